// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Name;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Finds retired words in the names of the classes, methods and variables that sources declare. */
final class RetiredWords {

  /** Own inventions for what the field has a word for; the glossary has that word. */
  private static final Set<String> WORDS =
      Set.of(
          "books",
          "desk",
          "door",
          "doors",
          "draft",
          "drafts",
          "farewell",
          "inlet",
          "inlets",
          "intake",
          "intakes",
          "lone",
          "mailbox",
          "mailboxes",
          "park",
          "parked",
          "stumbling",
          "ticket",
          "tickets");

  /** Where a word is the field's own: JSON Schema numbers its versions as drafts. */
  private static final Map<String, String> AT_HOME = Map.of("draft", "/adapter/schema/");

  private final List<String> found = new ArrayList<>();

  private RetiredWords() {}

  static List<String> foundIn(Iterable<? extends JavaFileObject> sources) throws IOException {
    var words = new RetiredWords();
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
    for (CompilationUnitTree source : task.parse()) {
      words.look(source);
    }
    return words.found;
  }

  private void look(CompilationUnitTree source) {
    String file = source.getSourceFile().toUri().getPath();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void nothing) {
        report(file, type.getSimpleName());
        return super.visitClass(type, nothing);
      }

      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        report(file, method.getName());
        return super.visitMethod(method, nothing);
      }

      @Override
      public Void visitVariable(VariableTree variable, Void nothing) {
        report(file, variable.getName());
        return super.visitVariable(variable, nothing);
      }
    }.scan(source, null);
  }

  private void report(String file, Name name) {
    wordsOf(name)
        .filter(WORDS::contains)
        .filter(word -> !AT_HOME.containsKey(word) || !file.contains(AT_HOME.get(word)))
        .forEach(word -> found.add(file + ": " + name + " uses the retired word " + word));
  }

  private static Stream<String> wordsOf(Name name) {
    return Arrays.stream(name.toString().split("(?<=[a-z0-9])(?=[A-Z])|_"))
        .map(word -> word.toLowerCase(Locale.ROOT));
  }
}
