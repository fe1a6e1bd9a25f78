// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.classpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

class ClassPathIndexIT {

  private static final String BUNDLE = "target/flow-manager-microbundle.jar";

  /** Otherwise the server would start without the index, and say nothing. */
  @Test
  void theIndexInTheBundleFitsTheJarsInTheBundle() throws IOException {
    try (JarFile bundle = new JarFile(BUNDLE)) {
      List<String> unpacked =
          bundle.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.matches("MICRO-INF/(runtime|lib)/.*"))
              .map(IndexedClassLoader::lastName)
              .distinct()
              .toList();

      ZipEntry index = bundle.getEntry("MICRO-INF/flow-manager-class-path.index");
      assertThat(ClassPathIndex.read(bundle.getInputStream(index)).places())
          .isEqualTo(unpacked)
          .hasSizeGreaterThan(300);
    }
  }
}
