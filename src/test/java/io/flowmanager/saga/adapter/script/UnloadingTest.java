// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A redeployed application leaves nothing behind. */
class UnloadingTest {

  private static final int MOST_COLLECTIONS = 50;

  /** What the deployed application does. */
  public static final class Application implements Callable<String> {

    @Override
    public String call() {
      return TryScripts.eval("1 + 1");
    }
  }

  @Test
  void classLoaderOfTheApplicationCanBeCollected() throws Exception {
    WeakReference<ClassLoader> loader = runInItsOwnClassLoader();

    for (int i = 0; loader.get() != null && i < MOST_COLLECTIONS; i++) {
      System.gc();
    }

    assertThat(loader.get()).isNull();
  }

  private static WeakReference<ClassLoader> runInItsOwnClassLoader() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (var loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      thread.setContextClassLoader(loader);
      var application = loader.loadClass(Application.class.getName());
      var call = (Callable<?>) application.getDeclaredConstructor().newInstance();
      assertThat(call.call()).isEqualTo("2");
      return new WeakReference<>(loader);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static URL[] classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(UnloadingTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(String path) {
    try {
      return new File(path).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}
