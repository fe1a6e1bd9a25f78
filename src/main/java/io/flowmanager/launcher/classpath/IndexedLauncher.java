// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher.classpath;

import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import fish.payara.micro.boot.loader.ExplodedURLClassloader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Boots Payara Micro as its own launcher does, but with an {@link IndexedClassLoader}. */
public final class IndexedLauncher extends PayaraMicroLauncher {

  private static final String INDEX = "/MICRO-INF/flow-manager-class-path.index";

  public static PayaraMicroBoot boot(String... args) throws Exception {
    URL bundle = IndexedLauncher.class.getProtectionDomain().getCodeSource().getLocation();
    System.setProperty("fish.payara.micro.BootJar", bundle.toURI().toString());
    return (PayaraMicroBoot) new IndexedLauncher().launch("create", args);
  }

  /** Without an index, or with one of other jars, Payara's own class loader does. */
  @Override
  protected Object launch(String method, String[] args) throws Exception {
    Optional<ClassPathIndex> index = index();
    if (index.isEmpty() || Arrays.stream(args).anyMatch(IndexedLauncher::choosesFolder)) {
      return super.launch(method, args);
    }
    var unpacked = new ExplodedURLClassloader();
    ClassLoader classes =
        IndexedClassLoader.fits(index.get(), unpacked.getURLs())
            ? IndexedClassLoader.of(unpacked.getURLs(), index.get())
            : unpacked;
    deleteOnExit(classes);
    return super.launch(method, args, getMainClass(), classes);
  }

  /** With these, Payara unpacks itself to where the user says, or not at all. */
  private static boolean choosesFolder(String arg) {
    return Set.of("--nested", "--unpackdir", "--rootdir").contains(arg.toLowerCase(Locale.ROOT));
  }

  /** As Payara's own class loader has it done, by a class that the server needs anyway. */
  private static void deleteOnExit(ClassLoader classes) throws ReflectiveOperationException {
    classes
        .loadClass("com.sun.enterprise.util.io.FileUtils")
        .getMethod("deleteOnExit", File.class)
        .invoke(null, new File(System.getProperty("fish.payara.micro.tmpdir")));
  }

  private static Optional<ClassPathIndex> index() throws IOException {
    try (InputStream stream = IndexedLauncher.class.getResourceAsStream(INDEX)) {
      return stream == null ? Optional.empty() : Optional.of(ClassPathIndex.read(stream));
    }
  }
}
