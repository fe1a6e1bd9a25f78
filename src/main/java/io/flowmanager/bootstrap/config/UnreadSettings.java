// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.config;

import io.flowmanager.platform.config.UnknownSettings;
import io.flowmanager.saga.domain.flow.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Warns of settings that are given and have no effect. */
public record UnreadSettings(Config config) {

  private static final Logger LOG = System.getLogger("io.flowmanager");
  private static final String DEFAULTS = "META-INF/microprofile-config.properties";

  /** Read by a server and not by the application, or set by the launcher of the microbundle. */
  private static final Set<String> OF_SERVERS =
      Set.of(
          "flow-manager.context-root",
          "flow-manager.database.data-source-class",
          "flow-manager.database.init-sql",
          "flow-manager.database.url",
          "flow-manager.database.user",
          "flow-manager.database.password",
          "flow-manager.database.pool-size",
          "flow-manager.database.validation-class",
          "flow-manager.stop.complete");

  private static final String SET_BY_LAUNCHER = "flow-manager.database.url";
  private static final List<String> OF_LAUNCHER =
      List.of("DB_URL", "DB_USER", "DB_PASSWORD", "DB_POOL_SIZE", "DB_STATEMENT_TIMEOUT");

  public void warn() {
    List<String> phrases =
        new UnknownSettings(known()).phrases(config.getPropertyNames(), Spelling::nearest);
    if (!phrases.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "These settings do not exist: "
              + String.join(", ", phrases).replaceAll("\\p{Cntrl}", "\uFFFD"));
    }
    List<String> meaningless = OF_LAUNCHER.stream().filter(this::isGiven).toList();
    if (!meaningless.isEmpty() && !isGiven(SET_BY_LAUNCHER)) {
      LOG.log(
          Level.WARNING,
          "Only the microbundle reads "
              + String.join(", ", meaningless)
              + "; it is ignored here, and sagas are stored in the server's default data source.");
    }
  }

  private boolean isGiven(String name) {
    return config.getOptionalValue(name, String.class).isPresent();
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>(OF_SERVERS);
    try {
      for (URL file :
          Collections.list(UnreadSettings.class.getClassLoader().getResources(DEFAULTS))) {
        known.addAll(names(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(DEFAULTS + " cannot be read", e);
    }
    return known;
  }

  private static Set<String> names(URL file) throws IOException {
    var defaults = new Properties();
    try (InputStream text = file.openStream()) {
      defaults.load(text);
    }
    return defaults.stringPropertyNames();
  }
}
