// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.classpath;

import fish.payara.micro.boot.loader.OpenURLClassLoader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;

/** One jar of an {@link IndexedClassLoader}, opened when it is first looked into. */
final class IndexedJar implements AutoCloseable {

  private final URL url;
  private final CodeSource source;
  private JarFile file;
  private URLClassLoader resources;

  IndexedJar(URL url) {
    this.url = url;
    source = new CodeSource(url, (Certificate[]) null);
  }

  URL url() {
    return url;
  }

  CodeSource source() {
    return source;
  }

  /** The content of an entry; null if there is none of that name, as in the folder of the jars. */
  synchronized byte[] content(String name) throws IOException {
    if (url.getPath().endsWith("/")) {
      return null;
    }
    JarEntry entry = file().getJarEntry(name);
    if (entry == null) {
      return null;
    }
    byte[] content = new byte[(int) entry.getSize()];
    try (InputStream stream = file().getInputStream(entry)) {
      stream.readNBytes(content, 0, content.length);
    }
    return content;
  }

  synchronized Manifest manifest() throws IOException {
    return file().getManifest();
  }

  /** The address of an entry; null if there is none of that name. */
  synchronized URL resource(String name) {
    if (resources == null) {
      resources = new OpenURLClassLoader(new URL[] {url}, null);
    }
    return resources.findResource(name);
  }

  private JarFile file() throws IOException {
    if (file == null) {
      File jar = new File(URI.create(url.toString()));
      file = new JarFile(jar, false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
    }
    return file;
  }

  @Override
  public synchronized void close() throws IOException {
    if (file != null) {
      file.close();
    }
    if (resources != null) {
      resources.close();
    }
  }
}
