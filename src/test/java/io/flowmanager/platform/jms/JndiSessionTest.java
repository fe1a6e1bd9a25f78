// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.testing.jms.JmsBroker;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be told without a server; the rest is shown on WildFly. */
class JndiSessionTest {

  @TempDir private Path folder;

  /** Remembers what it is asked for; its commit may be refused. */
  private static final class RecordingTransaction implements UserTransaction {

    private final List<String> calls = new ArrayList<>();
    private boolean refuses;
    private int status = Status.STATUS_NO_TRANSACTION;

    @Override
    public void begin() {
      calls.add("begin");
      status = Status.STATUS_ACTIVE;
    }

    @Override
    public void commit() throws RollbackException {
      calls.add("commit");
      status = Status.STATUS_NO_TRANSACTION;
      if (refuses) {
        throw new RollbackException("user s3cr3t");
      }
    }

    @Override
    public void rollback() {
      calls.add("rollback");
      status = Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void setRollbackOnly() {
      status = Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public int getStatus() {
      return status;
    }

    @Override
    public void setTransactionTimeout(int seconds) {
      calls.add("timeout " + seconds);
    }
  }

  private final RecordingTransaction transaction = new RecordingTransaction();

  @Test
  void factoryThatTheServerDoesNotManageTakesNoPart() throws JMSException {
    try (JmsBroker broker = JmsBroker.in(folder).start();
        ActiveMQConnectionFactory plain = new ActiveMQConnectionFactory(broker.url());
        JndiSession session = session(plain)) {
      session.begin();

      assertThat(session.takesPart()).isFalse();
    }
    assertThat(transaction.calls).containsExactly("begin", "rollback");
  }

  @Test
  void workIsEndedByTheServersTransaction() throws JMSException {
    try (JmsBroker broker = JmsBroker.in(folder).start();
        ActiveMQConnectionFactory plain = new ActiveMQConnectionFactory(broker.url());
        JndiSession session = session(plain)) {
      session.begin();
      session.commit();
      transaction.refuses = true;
      session.begin();

      assertThatThrownBy(session::commit)
          .hasMessage("the server did not commit (RollbackException)");
      session.rollback();
    }
    assertThat(transaction.calls).containsExactly("begin", "commit", "begin", "commit");
  }

  @Test
  void transactionIsGivenUpWhenNoConnectionCanBeHad() {
    JndiSession session = session(new ActiveMQConnectionFactory("tcp://127.0.0.1:1"));

    assertThatThrownBy(session::begin).hasMessageStartingWith("java:/Test gave no connection (");

    assertThat(transaction.calls).containsExactly("begin", "rollback");
  }

  private JndiSession session(ConnectionFactory factory) {
    return new JndiSession("java:/Test", factory, transaction, Optional.empty());
  }
}
