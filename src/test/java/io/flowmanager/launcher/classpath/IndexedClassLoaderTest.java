// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.classpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexedClassLoaderTest {

  private static final String LISTED = "META-INF/services/listed";
  private static final String MANIFEST = "Manifest-Version: 1.0\r\nMulti-Release: true\r\n";

  @TempDir private Path folder;
  private URL[] classPath;
  private ClassPathIndex index;

  /** A server's jar with two jars, and the folder that Payara unpacks them into. */
  @BeforeEach
  void unpackedServer() throws IOException {
    Map<String, byte[]> jars = Map.of("a.jar", firstJar(), "b.jar", secondJar());
    Path server = folder.resolve("server.jar");
    Path runtime = Files.createDirectory(folder.resolve("runtime"));
    List<URL> urls = new ArrayList<>(List.of(runtime.toUri().toURL()));
    try (var zip = new ZipOutputStream(Files.newOutputStream(server))) {
      zip.putNextEntry(new ZipEntry("MICRO-INF/runtime/"));
      for (String name : List.of("a.jar", "b.jar")) {
        zip.putNextEntry(new ZipEntry("MICRO-INF/runtime/" + name));
        zip.write(jars.get(name));
        Path jar = Files.write(runtime.resolve(name), jars.get(name));
        urls.add(jar.toUri().toURL());
      }
    }
    classPath = urls.toArray(URL[]::new);
    index = writtenAndRead(ClassPathIndexer.indexOf(server));
  }

  private static byte[] firstJar() throws IOException {
    return zip(
        Map.of(LISTED, bytes("first"), "META-INF/MANIFEST.MF", bytes(MANIFEST + "\r\n")),
        Map.of("META-INF/versions/9/text", bytes("newer"), "folder/", new byte[0]));
  }

  private static byte[] secondJar() throws IOException {
    String name = Sample.class.getName().replace('.', '/') + ".class";
    try (InputStream sample = Sample.class.getClassLoader().getResourceAsStream(name)) {
      return zip(Map.of(LISTED, bytes("second")), Map.of(name, sample.readAllBytes()));
    }
  }

  /** Loaded by the class loader under test. */
  static final class Sample {}

  @Test
  void aClassComesFromTheJarThatHasIt() throws Exception {
    try (var loader = loader()) {
      Class<?> loaded = loader.findClass(Sample.class.getName());

      assertThat(loaded.getClassLoader()).isSameAs(loader);
      assertThat(loaded.getProtectionDomain().getCodeSource().getLocation().toString())
          .endsWith("b.jar");
      assertThat(loaded.getPackage().getName()).isEqualTo(Sample.class.getPackageName());
    }
  }

  @Test
  void aClassThatNoJarHasIsNotFound() throws Exception {
    try (var loader = loader()) {
      assertThatThrownBy(() -> loader.findClass("no.such.Thing"))
          .isInstanceOf(ClassNotFoundException.class)
          .hasMessageContaining("no.such.Thing");
    }
  }

  @Test
  void resourcesAreThoseOfThePlainClassLoaderInItsOrder() throws Exception {
    try (var plain = new URLClassLoader(classPath);
        var loader = loader()) {
      for (String name :
          List.of(LISTED, "folder/", "folder", "a.jar", "text", "", "none", "no/one")) {
        assertThat(loader.findResource(name)).as(name).isEqualTo(plain.findResource(name));
        assertThat(Collections.list(loader.findResources(name)))
            .as(name)
            .isEqualTo(Collections.list(plain.findResources(name)));
      }
      assertThat(Collections.list(loader.findResources(LISTED))).hasSize(2);
    }
  }

  @Test
  void aJarThatIsAddedLaterIsSearchedToo() throws Exception {
    Path later = Files.write(folder.resolve("c.jar"), zip(Map.of("x/y", bytes("z")), Map.of()));
    try (var loader = loader()) {
      loader.addURL(later.toUri().toURL());

      assertThat(loader.findResource("x/y")).isNotNull();
      assertThat(loader.findClass(Sample.class.getName())).isNotNull();
    }
  }

  @Test
  void anIndexOfOtherJarsDoesNotFit() throws IOException {
    URL other = Files.createFile(folder.resolve("other.jar")).toUri().toURL();

    assertThat(IndexedClassLoader.fits(index, classPath)).isTrue();
    assertThat(IndexedClassLoader.fits(index, new URL[] {classPath[0], classPath[1], other}))
        .isFalse();
    assertThatThrownBy(() -> IndexedClassLoader.of(new URL[] {other}, index))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private IndexedClassLoader loader() {
    return IndexedClassLoader.of(classPath, index);
  }

  private static ClassPathIndex writtenAndRead(ClassPathIndex index) throws IOException {
    var bytes = new ByteArrayOutputStream();
    index.write(bytes);
    return ClassPathIndex.read(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> some, Map<String, byte[]> more) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map<String, byte[]> entries : List.of(some, more)) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          zip.write(entry.getValue());
        }
      }
    }
    return bytes.toByteArray();
  }
}
