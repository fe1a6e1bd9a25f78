// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.micro;

import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import fish.payara.micro.boot.loader.ExplodedURLClassloader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;

/** Boots Payara Micro as its own launcher does, but with an {@link IndexedClassLoader}. */
final class IndexedLauncher extends PayaraMicroLauncher {

  private static final String INDEX = "/MICRO-INF/flow-manager-class-path.index";

  static PayaraMicroBoot boot(String... args) throws Exception {
    URL bundle = IndexedLauncher.class.getProtectionDomain().getCodeSource().getLocation();
    System.setProperty("fish.payara.micro.BootJar", bundle.toURI().toString());
    return (PayaraMicroBoot) new IndexedLauncher().launch("create", args);
  }

  /** Without an index, or with one of other jars, Payara's own class loader does. */
  @Override
  protected Object launch(String method, String[] args, String mainClass, ClassLoader classLoader)
      throws Exception {
    Optional<ClassPathIndex> index = index();
    if (classLoader instanceof ExplodedURLClassloader payaras
        && index.isPresent()
        && IndexedClassLoader.fits(index.get(), payaras.getURLs())) {
      ClassLoader indexed = IndexedClassLoader.of(payaras.getURLs(), index.get());
      return super.launch(method, args, mainClass, indexed);
    }
    return super.launch(method, args, mainClass, classLoader);
  }

  private static Optional<ClassPathIndex> index() throws IOException {
    try (InputStream stream = IndexedLauncher.class.getResourceAsStream(INDEX)) {
      return stream == null ? Optional.empty() : Optional.of(ClassPathIndex.read(stream));
    }
  }
}
