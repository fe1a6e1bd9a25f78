// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Finds what is too large in sources: lines of files and of bodies, braces included, parameters.
 */
final class SourceSizes {

  private static final int FILE_LINES = 300;
  private static final int METHOD_LINES = 40;
  private static final int PARAMETERS = 5;

  private final List<String> tooLarge = new ArrayList<>();

  private SourceSizes() {}

  static List<String> tooLargeIn(Iterable<? extends JavaFileObject> sources) throws IOException {
    var sizes = new SourceSizes();
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
    for (CompilationUnitTree source : task.parse()) {
      sizes.measure(source, Trees.instance(task).getSourcePositions());
    }
    return sizes.tooLarge;
  }

  private void measure(CompilationUnitTree source, SourcePositions positions) throws IOException {
    String name = source.getSourceFile().getName();
    long lines = source.getSourceFile().getCharContent(true).toString().lines().count();
    limit(name, "lines", lines, FILE_LINES);
    new TreeScanner<Void, Boolean>() {
      @Override
      public Void visitClass(ClassTree type, Boolean outerIsRecord) {
        return super.visitClass(type, type.getKind() == Tree.Kind.RECORD);
      }

      @Override
      public Void visitMethod(MethodTree method, Boolean inRecord) {
        String title = name + ", " + method.getName();
        limit(title, "lines", lines(source, positions, method.getBody()), METHOD_LINES);
        if (!inRecord || method.getReturnType() != null) {
          limit(title, "parameters", method.getParameters().size(), PARAMETERS);
        }
        return super.visitMethod(method, inRecord);
      }
    }.scan(source, false);
  }

  private static long lines(CompilationUnitTree source, SourcePositions positions, Tree body) {
    if (body == null) {
      return 0;
    }
    LineMap lines = source.getLineMap();
    return lines.getLineNumber(positions.getEndPosition(source, body))
        - lines.getLineNumber(positions.getStartPosition(source, body))
        + 1;
  }

  private void limit(String title, String unit, long size, int limit) {
    if (size > limit) {
      tooLarge.add("%s: %d %s, at most %d".formatted(title, size, unit, limit));
    }
  }
}
