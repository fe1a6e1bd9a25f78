// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.results;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The lines of one run, in a file and on the console. */
public final class Results {

  private static final Path FOLDER = Path.of("benchmarks/target/results");

  private final Path file;
  private final List<JsonObject> lines = new ArrayList<>();

  private Results(Path file) {
    this.file = file;
  }

  public static Results create() throws IOException {
    Files.createDirectories(FOLDER);
    String name =
        DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss").format(LocalDateTime.now()) + ".jsonl";
    return new Results(FOLDER.resolve(name));
  }

  public static Results read(Path file) throws IOException {
    var results = new Results(file);
    for (String line : Files.readAllLines(file)) {
      results.lines.add(Json.createReader(new StringReader(line)).readObject());
    }
    return results;
  }

  public void add(Line line) throws IOException {
    JsonObject json = line.build();
    lines.add(json);
    Files.writeString(file, json + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    System.out.println(Table.row(json));
  }

  public List<JsonObject> lines() {
    return List.copyOf(lines);
  }

  public Path file() {
    return file;
  }
}
