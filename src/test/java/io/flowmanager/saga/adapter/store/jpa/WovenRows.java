// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.adapter.store.jpa.entity.SagaRow;
import io.flowmanager.testing.server.TestDatabase;
import io.flowmanager.testing.store.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import org.eclipse.persistence.tools.weaving.jpa.StaticWeaveProcessor;

/**
 * The package of the JPA store, its rows woven as EclipseLink weaves them inside a server. The
 * classes are loaded again, beside those of the other tests.
 */
final class WovenRows extends URLClassLoader {

  private static final String PACKAGE = WovenRows.class.getPackageName() + ".";
  private static final String UNIT = "META-INF/persistence.xml";

  private WovenRows(Path woven) throws IOException {
    super(
        new URL[] {woven.toUri().toURL(), home(WovenRows.class)}, WovenRows.class.getClassLoader());
  }

  private static URL home(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  /** A store of woven rows. */
  static TestStore open(TestDatabase database, String folder) {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    try {
      var loader = new WovenRows(weave());
      thread.setContextClassLoader(loader);
      Class<?> store = loader.loadClass(JpaStore.class.getName());
      Method on = store.getDeclaredMethod("on", TestDatabase.class, String.class);
      on.setAccessible(true);
      return (TestStore) on.invoke(null, database, folder);
    } catch (ReflectiveOperationException | IOException | URISyntaxException e) {
      throw new IllegalStateException("The rows could not be woven.", e);
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  private static Path weave() throws IOException, URISyntaxException {
    Path plain = Path.of(home(SagaRow.class).toURI());
    Path woven = Files.createDirectories(plain.resolveSibling("woven-classes"));
    var processor = new StaticWeaveProcessor(plain.toFile(), woven.toFile());
    processor.setClassLoader(WovenRows.class.getClassLoader());
    processor.setPersistenceInfo(plain.toFile());
    processor.performWeaving();
    return woven;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(PACKAGE)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? findClass(name) : known;
    }
  }

  /** The persistence unit of the woven classes only. */
  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return name.equals(UNIT) ? findResources(name) : super.getResources(name);
  }

  @Override
  public void close() {
    try {
      super.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
