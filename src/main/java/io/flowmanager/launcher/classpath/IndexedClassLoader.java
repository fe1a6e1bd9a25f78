// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.classpath;

import fish.payara.micro.boot.loader.OpenURLClassLoader;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.Manifest;

/**
 * Payara's class loader, with an index of what its jars have: a class or resource is looked for
 * where it is, and not in each of 320 jars. What it finds, and in which order, is the same.
 */
final class IndexedClassLoader extends OpenURLClassLoader {

  private final ClassPathIndex index;
  private final IndexedJar[] jars;
  private volatile boolean extended;

  private IndexedClassLoader(URL[] urls, ClassPathIndex index) {
    super(urls);
    this.index = index;
    jars = Arrays.stream(urls).map(IndexedJar::new).toArray(IndexedJar[]::new);
  }

  /** Whether the index is one of that class path. */
  static boolean fits(ClassPathIndex index, URL[] urls) {
    return index
        .places()
        .equals(Arrays.stream(urls).map(URL::getPath).map(IndexedClassLoader::lastName).toList());
  }

  /**
   * @throws IllegalArgumentException when the index is not one of that class path
   */
  static IndexedClassLoader of(URL[] urls, ClassPathIndex index) {
    if (!fits(index, urls)) {
      throw new IllegalArgumentException("The index is not one of this class path.");
    }
    return new IndexedClassLoader(urls, index);
  }

  /** Of a path; empty for a folder. */
  static String lastName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What is added later is not in the index, which is not used from then on. */
  @Override
  public void addURL(URL url) {
    extended = true;
    super.addURL(url);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (extended) {
      return super.findClass(name);
    }
    String file = name.replace('.', '/') + ".class";
    try {
      for (int place : index.placesOf(file)) {
        byte[] content = jars[place].content(file);
        if (content != null) {
          return define(name, content, jars[place]);
        }
      }
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    throw new ClassNotFoundException(name);
  }

  private Class<?> define(String name, byte[] content, IndexedJar jar) throws IOException {
    int end = name.lastIndexOf('.');
    if (end > 0 && getDefinedPackage(name.substring(0, end)) == null) {
      Manifest manifest = jar.manifest();
      definePackage(
          name.substring(0, end), manifest == null ? new Manifest() : manifest, jar.url());
    }
    return defineClass(name, content, 0, content.length, jar.source());
  }

  @Override
  public URL findResource(String name) {
    if (extended) {
      return super.findResource(name);
    }
    for (int place : index.placesOf(name)) {
      URL found = jars[place].resource(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    if (extended) {
      return super.findResources(name);
    }
    List<URL> found = new ArrayList<>();
    for (int place : index.placesOf(name)) {
      URL resource = jars[place].resource(name);
      if (resource != null) {
        found.add(resource);
      }
    }
    return Collections.enumeration(found);
  }

  @Override
  public void close() throws IOException {
    super.close();
    for (IndexedJar jar : jars) {
      jar.close();
    }
  }
}
