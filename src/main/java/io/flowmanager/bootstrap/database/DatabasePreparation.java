// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.database;

import io.flowmanager.bootstrap.tables.Tables;
import io.flowmanager.bootstrap.tables.UnusableTablesException;
import io.flowmanager.platform.config.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Prepares the database before the engine starts. It must be reachable, the same for all parts of
 * the application, and durable; and it gets our tables, which one node at a time migrates.
 */
@ApplicationScoped
public class DatabasePreparation {

  private static final Logger LOG = System.getLogger("io.flowmanager");

  private final ServerDatabase server;
  private final DataSource dataSource;

  /** For the container's proxy. */
  protected DatabasePreparation() {
    this(null, null);
  }

  @Inject
  public DatabasePreparation(ServerDatabase server, DataSource dataSource) {
    this.server = server;
    this.dataSource = dataSource;
  }

  /** To be called once, on a thread of the server's deployment. Connects to nothing. */
  public void begin() {
    server.resolve();
  }

  /**
   * @param volatileAllowed whether a database is allowed whose content is lost when the server
   *     stops
   * @return why the database is unavailable, as a sentence; empty if it is ready
   * @throws ConfigurationException if it cannot be used with this configuration
   */
  public Optional<String> prepare(boolean volatileAllowed) {
    Optional<String> absence = new DatabaseAvailability(dataSource).absence();
    if (absence.isPresent()) {
      return absence;
    }
    try {
      server.requireOne();
      checkDurability(volatileAllowed);
      new Tables(dataSource).bringUpToDate();
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(DatabaseAvailability.absence(e));
    } catch (UnusableTablesException e) {
      throw new ConfigurationException(List.of(e.getMessage()));
    }
  }

  private void checkDurability(boolean volatileAllowed) throws SQLException {
    StoreDurability store = StoreDurability.of(dataSource);
    if (store.isVolatile() && !volatileAllowed) {
      throw new ConfigurationException(
          List.of(
              store.sentence()
                  + " Use PostgreSQL, MariaDB or a persistent file as the server's default data"
                  + " source,"
                  + " or set flow-manager.database.allow-volatile to true."));
    }
    LOG.log(store.risk().isEmpty() ? Level.INFO : Level.WARNING, store.sentence());
  }
}
