// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What keeps a start short and can be seen in the WAR: docs/internals/start-up.md. */
class PackagedWarSystemIT {

  private static final String LIBRARIES = "WEB-INF/lib/";

  @Test
  void everyLibraryIsMarkedAsOneThatPayaraNeedNotParse() throws IOException {
    try (ZipFile war = new ZipFile("target/flow-manager.war")) {
      assertThat(libraries(war))
          .isNotEmpty()
          .allSatisfy(library -> assertThat(war.getEntry(mark(library))).isNotNull());
    }
  }

  @Test
  void librariesAreStoredAsTheyAre() throws IOException {
    try (ZipFile war = new ZipFile("target/flow-manager.war")) {
      assertThat(libraries(war))
          .isNotEmpty()
          .allMatch(library -> war.getEntry(library).getMethod() == ZipEntry.STORED);
    }
  }

  private static List<String> libraries(ZipFile war) {
    return war.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
        .toList();
  }

  /** As Payara names the folder that it unpacks a module of an EAR into. */
  private static String mark(String library) {
    return library.replaceAll("[/ ]", "__").replace(".jar", "_jar");
  }
}
