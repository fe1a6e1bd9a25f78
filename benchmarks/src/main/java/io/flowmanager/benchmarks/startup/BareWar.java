// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.startup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs the bare resource into a WAR; its classes by name, since only the server has what they
 * extend.
 */
final class BareWar {

  private static final String FOLDER = "io/flowmanager/benchmarks/startup/bare/";
  private static final List<String> CLASSES = List.of("BareApplication", "BareResource");

  private BareWar() {}

  static Path packInto(Path folder) throws IOException {
    Path war = folder.resolve("bare.war");
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
