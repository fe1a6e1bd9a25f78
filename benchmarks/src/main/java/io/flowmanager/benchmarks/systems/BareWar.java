// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.systems;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Packs the classes of bare resources into a WAR; by name, since only the server has what they
 * extend.
 */
public final class BareWar {

  private BareWar() {}

  /**
   * @param sources package of the classes
   */
  public static Path packInto(Path folder, String sources, List<String> classes)
      throws IOException {
    return packInto(folder, sources, classes, Map.of());
  }

  /**
   * @param texts by their paths within the archive
   */
  public static Path packInto(
      Path folder, String sources, List<String> classes, Map<String, String> texts)
      throws IOException {
    Path war = folder.resolve(sources + ".war");
    try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
      for (String name : classes) {
        String file = sources.replace('.', '/') + "/" + name + ".class";
        zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + file));
        try (InputStream content = BareWar.class.getClassLoader().getResourceAsStream(file)) {
          content.transferTo(zip);
        }
        zip.closeEntry();
      }
      for (Map.Entry<String, String> text : texts.entrySet()) {
        zip.putNextEntry(new ZipEntry(text.getKey()));
        zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return war;
  }
}
