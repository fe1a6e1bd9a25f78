// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.database;

import io.flowmanager.platform.config.ConfigurationException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The server's default data source, looked up once, and the objects made from it. No other class
 * looks one up, so JDBC and JPA always use the same database.
 */
@ApplicationScoped
public class ServerDatabase {

  private static final Logger LOG = System.getLogger("io.flowmanager");

  /**
   * Where else a server keeps its default data source. Payara keeps the object of the first name
   * from its first use; the second name always gives the current one.
   */
  private static final List<String> NAMES =
      List.of("java:comp/DefaultDataSource", "jdbc/__default");

  @Resource(lookup = "java:comp/DefaultDataSource")
  private DataSource dataSource;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  private final List<DataSource> current = new ArrayList<>();

  /**
   * Looks up what the server's names of its default data source mean now, and connects to nothing.
   * It has to happen on a thread of the server's deployment: on any other one, Payara injects no
   * resources.
   */
  public void resolve() {
    for (String name : NAMES) {
      try {
        if (new InitialContext().lookup(name) instanceof DataSource found) {
          current.add(found);
        }
      } catch (NamingException e) {
        LOG.log(Level.DEBUG, "This server has no {0}.", name);
      }
    }
  }

  /**
   * Compares what the application got with what the server's names mean now.
   *
   * @throws ConfigurationException when they are different databases
   * @throws SQLException when one cannot be reached
   */
  void requireOne() throws SQLException {
    DatabaseIdentity.requireSame(dataSource, current);
  }

  @Produces
  DataSource dataSource() {
    return dataSource;
  }

  @Produces
  @Singleton
  TransactionalEntityManagers entityManagers() {
    return new TransactionalEntityManagers(dataSource, transactions);
  }

  void close(@Disposes TransactionalEntityManagers entityManagers) {
    entityManagers.close();
  }

  @Produces
  @Singleton
  EntityManager entityManager(TransactionalEntityManagers entityManagers) {
    return entityManagers.shared();
  }
}
