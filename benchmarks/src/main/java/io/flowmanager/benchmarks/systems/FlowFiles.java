// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.systems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A folder with flow files that are made of {@code flows/rest-order.json}. */
public final class FlowFiles {

  private static final Path ORDER = Path.of("benchmarks/flows/rest-order.json");
  private static final String NO_CHANNELS = "\"communicationProtocols\": []";
  private static final String NOT_FINAL = "\"isFinal\": false,";

  private final Path folder;

  private FlowFiles(Path folder) {
    this.folder = folder;
  }

  public static FlowFiles create() throws IOException {
    return new FlowFiles(Files.createTempDirectory("benchmark-flows"));
  }

  /** An order without commands. */
  public FlowFiles order(String name) throws IOException {
    return write(name, Files.readString(ORDER));
  }

  /**
   * An order with channels.
   *
   * @param sender id of the channel that each state sends a command to, or blank for none
   */
  public FlowFiles order(String name, String channels, String sender) throws IOException {
    String text =
        Files.readString(ORDER)
            .replace(NO_CHANNELS, "\"communicationProtocols\": [" + channels + "]");
    String command =
        "\"outputCommand\": {\"channel\": \"%s\", \"label\": \"goOn\"},".formatted(sender);
    return write(name, sender.isBlank() ? text : text.replace(NOT_FINAL, NOT_FINAL + command));
  }

  /** A flow as it stands in {@code flows}. */
  public FlowFiles copy(String name) throws IOException {
    return write(name, Files.readString(ORDER.resolveSibling(name + ".json")));
  }

  /** A flow of a folder in {@code flows}, with its placeholder {@code $PORT} filled in. */
  public FlowFiles copy(String group, String name, int port) throws IOException {
    Path file = ORDER.resolveSibling(group).resolve(name + ".json");
    return write(name, Files.readString(file).replace("\"$PORT\"", Integer.toString(port)));
  }

  private FlowFiles write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".json"), text);
    return this;
  }

  /** Settings of a server that hosts them all, none at its root. */
  public Map<String, String> settings() {
    return Map.of("FLOWS_DIRECTORY", folder.toString());
  }

  /** Settings of a server that hosts them all, and one of them at its root, too. */
  public Map<String, String> settings(String root) {
    Map<String, String> settings = new HashMap<>(settings());
    settings.put("CONFIGURATIONS_FILE_PATH", folder.resolve(root + ".json").toString());
    return settings;
  }
}
