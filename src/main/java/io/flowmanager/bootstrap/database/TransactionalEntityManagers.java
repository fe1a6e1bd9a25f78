// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Entity managers on one data source, one for each JTA transaction; it is closed when its
 * transaction is over. The factory is made at first use, since providers ask the database for its
 * dialect then: it must be there, which a server's own persistence unit needs at the deployment.
 */
final class TransactionalEntityManagers implements AutoCloseable {

  private static final String UNIT = "flow-manager";

  private final DataSource dataSource;
  private final TransactionSynchronizationRegistry transactions;
  private EntityManagerFactory factory;

  TransactionalEntityManagers(
      DataSource dataSource, TransactionSynchronizationRegistry transactions) {
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  /** Passes each call on to the entity manager of the caller's transaction; it must have one. */
  EntityManager shared() {
    return (EntityManager)
        Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(),
            new Class<?>[] {EntityManager.class},
            (proxy, method, arguments) -> call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(
          method.getDeclaringClass() == Object.class ? this : current(), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private EntityManager current() {
    if (transactions.getResource(this) instanceof EntityManager known) {
      return known;
    }
    EntityManager made = factory().createEntityManager();
    transactions.putResource(this, made);
    transactions.registerInterposedSynchronization(new Closing(made));
    return made;
  }

  private synchronized EntityManagerFactory factory() {
    if (factory == null) {
      factory =
          Persistence.createEntityManagerFactory(
              UNIT, Map.of("jakarta.persistence.jtaDataSource", dataSource));
    }
    return factory;
  }

  @Override
  public synchronized void close() {
    if (factory != null) {
      factory.close();
    }
  }

  private record Closing(EntityManager entityManager) implements Synchronization {

    @Override
    public void beforeCompletion() {
      // the provider writes what is left by a synchronization of its own
    }

    @Override
    public void afterCompletion(int status) {
      entityManager.close();
    }
  }
}
