// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.systems;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs the classes of the bare resources into a WAR. */
final class BareWar {

  private static final String FOLDER = "io/flowmanager/benchmarks/bare/";
  private static final List<String> CLASSES =
      List.of("BareApplication", "UsualResource", "LeanResource");

  private BareWar() {}

  static Path pack() throws IOException {
    Path war = Files.createTempDirectory("benchmark-bare").resolve("bare.war");
    try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
      for (String name : CLASSES) {
        String file = FOLDER + name + ".class";
        zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + file));
        try (InputStream content = BareWar.class.getClassLoader().getResourceAsStream(file)) {
          content.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
    return war;
  }
}
