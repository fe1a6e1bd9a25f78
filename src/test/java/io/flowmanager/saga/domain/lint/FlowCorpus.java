// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import io.flowmanager.platform.json.JsonText;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The flow files under {@code src/test/resources/flows}. */
record FlowCorpus(String name, JsonObject document) {

  private static final Path FOLDER = Path.of("src", "test", "resources", "flows");

  /** Flows that the linter has nothing to say about. */
  static List<FlowCorpus> sound() throws IOException {
    return in("sound");
  }

  /** Flows that say themselves, in {@code x-expected}, what is wrong with them. */
  static List<FlowCorpus> broken() throws IOException {
    return in("broken");
  }

  static JsonObject read(Path file) throws IOException {
    return JsonText.parse(Files.readString(file)).asJsonObject();
  }

  private static List<FlowCorpus> in(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      List<Path> sorted = files.sorted().toList();
      List<FlowCorpus> flows = new ArrayList<>();
      for (Path file : sorted) {
        flows.add(new FlowCorpus(file.getFileName().toString(), read(file)));
      }
      return flows;
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
