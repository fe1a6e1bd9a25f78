// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The commands that a participant has accepted, in a file that outlives it. A participant with a
 * database keeps them there, in the same transaction as what the command does.
 */
public final class Inbox implements AutoCloseable {

  private final FileChannel journal;
  private final Set<String> known = new HashSet<>();
  private final Map<String, Command> open = new LinkedHashMap<>();

  private Inbox(FileChannel journal) {
    this.journal = journal;
  }

  public static Inbox in(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Inbox inbox = new Inbox(FileChannel.open(file, CREATE, READ, WRITE));
    inbox.restore(new String(Files.readAllBytes(file), UTF_8));
    return inbox;
  }

  /**
   * Keeps a command; it is on disk when this returns.
   *
   * @return whether the command is new, and so has to be carried out
   */
  synchronized boolean accept(Command command) throws IOException {
    if (known.contains(command.id())) {
      return false;
    }
    append(
        Json.createObjectBuilder()
            .add("accepted", command.id())
            .add("command", command.toBody())
            .build());
    accepted(command);
    return true;
  }

  /** Notes that the flow manager has the answer to a command. */
  synchronized void answered(Command command) throws IOException {
    append(Json.createObjectBuilder().add("answered", command.id()).build());
    open.remove(command.id());
  }

  /** The commands that are accepted and not answered, oldest first. */
  synchronized List<Command> unanswered() {
    return List.copyOf(open.values());
  }

  @Override
  public synchronized void close() throws IOException {
    journal.close();
  }

  private void restore(String content) throws IOException {
    // A crash may have torn the last line; whoever sent that command got no 2xx and repeats it.
    String whole = content.substring(0, content.lastIndexOf('\n') + 1);
    journal.truncate(whole.getBytes(UTF_8).length);
    journal.position(journal.size());
    whole.lines().map(Inbox::parse).forEach(this::restore);
  }

  private void restore(JsonObject line) {
    if (line.containsKey("answered")) {
      open.remove(line.getString("answered"));
      return;
    }
    accepted(Command.from(line.getString("accepted"), line.getJsonObject("command")));
  }

  private void accepted(Command command) {
    known.add(command.id());
    open.put(command.id(), command);
  }

  private void append(JsonObject line) throws IOException {
    ByteBuffer bytes = UTF_8.encode(line + "\n");
    while (bytes.hasRemaining()) {
      journal.write(bytes);
    }
    journal.force(false);
  }

  private static JsonObject parse(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }
}
