// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.archive;

import io.flowmanager.saga.domain.flow.FlowName;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds and checks archived sagas. Reads only, also while a server writes. */
public final class ArchiveReader {

  private final Path directory;

  public ArchiveReader(Path directory) {
    this.directory = directory;
  }

  /**
   * The saga as it was archived last.
   *
   * @return its line, in UTF-8; nothing when no manifest lists it
   * @throws DamagedArchiveException when its line is not as it was written
   */
  public Optional<byte[]> find(String saga) throws IOException {
    List<ArchiveFile> latestFirst = new ArrayList<>(files());
    latestFirst.sort(Comparator.comparing((ArchiveFile f) -> f.data().getFileName()).reversed());
    for (ArchiveFile file : latestFirst) {
      Optional<ManifestEntry> entry = latest(file, saga);
      if (entry.isPresent()) {
        return Optional.of(read(file, entry.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<ManifestEntry> latest(ArchiveFile file, String saga) throws IOException {
    if (Files.notExists(file.manifest())) {
      return Optional.empty();
    }
    Optional<String> latest = Optional.empty();
    try (ManifestLines lines = ManifestLines.of(file.manifest())) {
      Optional<String> line = lines.next();
      while (line.isPresent()) {
        latest = line.get().endsWith(" " + saga) ? line : latest;
        line = lines.next();
      }
    }
    return latest.map(ManifestEntry::parse);
  }

  private static byte[] read(ArchiveFile file, ManifestEntry entry) throws IOException {
    byte[] line = new byte[entry.length()];
    try (var data = new RandomAccessFile(file.data().toFile(), "r")) {
      if (entry.offset() + entry.length() <= data.length()) {
        data.seek(entry.offset());
        data.readFully(line);
      }
    }
    if (!entry.fits(line)) {
      throw new DamagedArchiveException(
          file.data() + " has changed at byte " + entry.offset() + " since it was written");
    }
    return line;
  }

  /**
   * Compares each line with its hash, in the folders of flows.
   *
   * @return of each file, in the order of flows and dates
   */
  public List<FileCheck> verify() throws IOException {
    List<FileCheck> checks = new ArrayList<>();
    for (ArchiveFile file : files()) {
      checks.add(FileCheck.of(file));
    }
    return checks;
  }

  private List<ArchiveFile> files() throws IOException {
    SortedSet<Path> data = new TreeSet<>();
    for (Path folder : folders()) {
      try (Stream<Path> paths = Files.list(folder)) {
        paths.flatMap(path -> ArchiveFile.of(path).stream()).forEach(file -> data.add(file.data()));
      }
    }
    return data.stream().map(ArchiveFile::new).toList();
  }

  /** Not others that stand there: a process may not be allowed to read lost+found. */
  private List<Path> folders() throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return Stream.concat(Stream.of(directory), paths.filter(ArchiveReader::isFlow)).toList();
    }
  }

  private static boolean isFlow(Path folder) {
    return FlowName.isAllowed(folder.getFileName().toString()) && Files.isDirectory(folder);
  }
}
