// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.archive;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.retention.ArchiveUnavailableException;
import io.flowmanager.saga.application.retention.SagaArchive;
import io.flowmanager.saga.domain.flow.FlowName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Sagas in {@code {directory}/{flow}/{date}.jsonl}, by the date in UTC on which they are archived.
 * Lines are written and synced first, then the manifest: what it lists is durable. Nothing that
 * stands in a data file is ever changed. A write that was cut off leaves bytes there that no
 * manifest lists, and the saga is still in the database. Of several nodes with one directory, one
 * writes at a time.
 */
public final class FileSagaArchive implements SagaArchive {

  private final Path directory;
  private final Clock clock;

  public FileSagaArchive(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  @Override
  public synchronized void write(FlowName flow, List<Document> sagas) {
    if (sagas.isEmpty()) {
      return;
    }
    try {
      Path folder = Files.createDirectories(directory.resolve(flow.value()));
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      append(new ArchiveFile(folder.resolve(today + ArchiveFile.DATA)), sagas);
    } catch (IOException e) {
      throw new ArchiveUnavailableException(
          "The archive " + directory + " (flow-manager.archive.directory) cannot be written: " + e,
          e);
    }
  }

  private static void append(ArchiveFile file, List<Document> sagas) throws IOException {
    try (FileChannel manifest = open(file.manifest());
        FileChannel data = open(file.data())) {
      // Until the channel is closed.
      manifest.lock();
      var lines = new ByteArrayOutputStream();
      var entries = new ByteArrayOutputStream();
      long start = startOfLine(data, lines);
      for (Document saga : sagas) {
        byte[] line = JsonText.bytes(saga.content());
        ManifestEntry entry = ManifestEntry.of(line, start + lines.size(), saga.saga().value());
        lines.writeBytes(line);
        lines.write('\n');
        entries.writeBytes(entry.toLine());
      }
      sync(data, data.size(), lines);
      sync(manifest, endOfLastLine(manifest), entries);
    }
    sync(file.data().getParent());
    sync(file.data().getParent().getParent());
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Ends a line that was cut off, so that the next one is whole. */
  private static long startOfLine(FileChannel data, ByteArrayOutputStream lines)
      throws IOException {
    if (data.size() > 0 && byteAt(data, data.size() - 1) != '\n') {
      lines.write('\n');
    }
    return data.size();
  }

  /** A manifest's line that was cut off says nothing, and is written over. */
  private static long endOfLastLine(FileChannel manifest) throws IOException {
    long end = manifest.size();
    while (end > 0 && byteAt(manifest, end - 1) != '\n') {
      end--;
    }
    manifest.truncate(end);
    return end;
  }

  private static byte byteAt(FileChannel file, long position) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    file.read(one, position);
    return one.get(0);
  }

  private static void sync(FileChannel file, long position, ByteArrayOutputStream bytes)
      throws IOException {
    ByteBuffer left = ByteBuffer.wrap(bytes.toByteArray());
    long at = position;
    while (left.hasRemaining()) {
      at += file.write(left, at);
    }
    file.force(true);
  }

  /**
   * So that the names of new files and folders stay as well; not every system can. Files that stand
   * there may be of a process that died before it came to this.
   */
  private static void sync(Path folder) throws IOException {
    if (System.getProperty("os.name").startsWith("Windows")) {
      return;
    }
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }
}
