// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.classpath;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Run by the build: lists what Payara's class path will have. That is one place for each entry of
 * the server's jar below {@code MICRO-INF/runtime} and {@code MICRO-INF/lib}, in their order; the
 * two folders themselves are one place, which comes first and has the jars as its entries.
 */
public final class ClassPathIndexer {

  private static final List<String> FOLDERS = List.of("MICRO-INF/runtime/", "MICRO-INF/lib/");
  private static final String FOLDER = "";
  private static final String VERSIONS = "META-INF/versions/";

  private final List<String> places = new ArrayList<>();
  private final Set<Long> keys = new TreeSet<>();

  private ClassPathIndexer() {}

  /** Arguments: the server's jar, and the file to write. */
  public static void main(String[] args) throws IOException {
    ClassPathIndex index = indexOf(Path.of(args[0]));
    try (OutputStream output = Files.newOutputStream(Path.of(args[1]))) {
      index.write(output);
    }
  }

  static ClassPathIndex indexOf(Path server) throws IOException {
    var indexer = new ClassPathIndexer();
    try (JarFile jar = new JarFile(server.toFile())) {
      for (JarEntry entry : inOrderOfBundle(jar)) {
        if (FOLDERS.stream().anyMatch(entry.getName()::startsWith)) {
          indexer.add(jar, entry);
        }
      }
    }
    long[] sorted = indexer.keys.stream().mapToLong(Long::longValue).toArray();
    return new ClassPathIndex(List.copyOf(indexer.places), sorted);
  }

  /** Ant copies what is in an archive in the order of the names. */
  private static List<JarEntry> inOrderOfBundle(JarFile server) {
    return server.stream().sorted(Comparator.comparing(JarEntry::getName)).toList();
  }

  private void add(JarFile server, JarEntry place) throws IOException {
    String name = IndexedClassLoader.lastName(place.getName());
    if (places.contains(name)) {
      return;
    }
    if (!place.isDirectory()) {
      try (var entries = new ZipInputStream(server.getInputStream(place))) {
        for (ZipEntry e = entries.getNextEntry(); e != null; e = entries.getNextEntry()) {
          addName(e.getName());
        }
      }
    }
    places.add(name);
    keys.add(ClassPathIndex.key(name, places.indexOf(FOLDER)));
  }

  /** A folder is found without its last slash too, and a class of one Java version by its name. */
  private void addName(String name) {
    put(name);
    if (name.endsWith("/")) {
      put(name.substring(0, name.length() - 1));
    }
    if (name.startsWith(VERSIONS)) {
      put(name.substring(name.indexOf('/', VERSIONS.length()) + 1));
    }
  }

  private void put(String name) {
    keys.add(ClassPathIndex.key(name, places.size()));
  }
}
