// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/**
 * The parts of the bundle that the command line needs, in a temporary folder that is deleted on
 * close.
 */
record UnpackedApplication(Path folder, List<Path> jars) implements AutoCloseable {

  private static final String WAR = "MICRO-INF/deploy/flow-manager.war";

  /** APIs of the server and drivers that the application's own classes cannot do without. */
  private static final List<String> APIS =
      List.of(
          "MICRO-INF/runtime/jakarta.json.jar",
          "MICRO-INF/runtime/jakarta.jms-api",
          "MICRO-INF/runtime/h2.jar",
          "MICRO-INF/lib/postgresql",
          "MICRO-INF/lib/mariadb-java-client");

  private static final String CLASSES = "WEB-INF/classes/";
  private static final String LIBRARIES = "WEB-INF/lib/";

  static UnpackedApplication of(Path bundle) throws IOException {
    var application =
        new UnpackedApplication(Files.createTempDirectory("flow-manager-cli"), new ArrayList<>());
    try (ZipFile zip = new ZipFile(bundle.toFile())) {
      application.unpack(zip);
      return application;
    } catch (IOException | RuntimeException e) {
      application.close();
      throw e;
    }
  }

  private void unpack(ZipFile bundle) throws IOException {
    for (String api : APIS) {
      String name = nameOf(api, bundle);
      try (InputStream content = open(bundle, name)) {
        jar(content, name.substring(name.lastIndexOf('/') + 1));
      }
    }
    try (ZipInputStream war = new ZipInputStream(open(bundle, WAR))) {
      ZipEntry entry = war.getNextEntry();
      while (entry != null) {
        unpack(entry, war);
        entry = war.getNextEntry();
      }
    }
  }

  /** Some of the server's files have a version in their names. */
  private static String nameOf(String start, ZipFile bundle) {
    return bundle.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.startsWith(start))
        .findFirst()
        .orElse(start);
  }

  private static InputStream open(ZipFile bundle, String name) throws IOException {
    ZipEntry entry = bundle.getEntry(name);
    if (entry == null) {
      throw new IOException(bundle.getName() + " has no " + name + ": rebuild it.");
    }
    return bundle.getInputStream(entry);
  }

  private void unpack(ZipEntry entry, InputStream content) throws IOException {
    String name = entry.getName();
    if (name.startsWith(LIBRARIES) && name.endsWith(".jar")) {
      jar(content, name.substring(LIBRARIES.length()));
    } else if (name.startsWith(CLASSES) && !entry.isDirectory()) {
      copy(content, classes().resolve(name.substring(CLASSES.length())));
    }
  }

  private void jar(InputStream content, String name) throws IOException {
    Path jar = folder.resolve(name);
    copy(content, jar);
    jars.add(jar);
  }

  private void copy(InputStream content, Path file) throws IOException {
    Path target = file.normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("The bundle has a file outside its folders: " + file);
    }
    Files.createDirectories(target.getParent());
    Files.copy(content, target);
  }

  private Path classes() {
    return folder.resolve("classes");
  }

  URL[] classPath() throws IOException {
    List<URL> classPath = new ArrayList<>(List.of(classes().toUri().toURL()));
    for (Path jar : jars) {
      classPath.add(jar.toUri().toURL());
    }
    return classPath.toArray(URL[]::new);
  }

  @Override
  public void close() throws IOException {
    RuntimeFolder.deleteTree(folder);
  }
}
