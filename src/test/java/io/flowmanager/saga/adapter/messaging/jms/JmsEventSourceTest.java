// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.jms;

import io.flowmanager.platform.jms.Address;
import io.flowmanager.saga.application.inbox.ResettableLatch;
import io.flowmanager.saga.application.inbox.EventSourceContract;
import io.flowmanager.testing.jms.JmsBroker;
import io.flowmanager.testing.jms.JmsPeer;
import io.flowmanager.testing.store.MemoryStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A broker that is named by its URL. */
class JmsEventSourceTest extends EventSourceContract {

  private static final String QUEUE = "events";

  @TempDir private Path folder;
  private final MemoryStore store = new MemoryStore();
  private final JmsFixture sagas = new JmsFixture(stairs(), store);
  private JmsBroker broker;
  private Optional<JmsPeer> peer = Optional.empty();

  @BeforeEach
  void startBroker() {
    broker = JmsBroker.in(folder).start();
  }

  private record JmsNode(JmsFixture fixture, JmsSource source) implements Node {

    @Override
    public void storeIsAway(boolean isAway) {
      fixture.refuse(isAway ? Integer.MAX_VALUE : 0);
    }

    @Override
    public int refusals() {
      return fixture.refusals();
    }

    @Override
    public ResettableLatch latch() {
      return fixture.latch;
    }

    @Override
    public List<Thread> threads() {
      return fixture.threads;
    }

    @Override
    public void close() {
      fixture.close();
    }
  }

  @Override
  protected void startSagas(int count) {
    for (int i = 0; i < count; i++) {
      sagas.startSaga("saga-" + i);
    }
  }

  @Override
  protected Node node() {
    var fixture = new JmsFixture(stairs(), store);
    return new JmsNode(fixture, fixture.open(broker, Address.queue(QUEUE)));
  }

  @Override
  protected void send(String saga, String body) {
    if (peer.isEmpty()) {
      peer = Optional.of(JmsPeer.at(broker));
    }
    peer.get()
        .send(
            QUEUE,
            session -> {
              var message = session.createTextMessage(body);
              message.setStringProperty("sagaId", saga);
              message.setStringProperty("JMSXGroupID", saga);
              return message;
            });
  }

  @Override
  protected String state(String saga) {
    return sagas.saga(saga).state();
  }

  @Override
  protected int deadLetters() {
    return (int) (broker.depth(JmsFixture.DEAD) + broker.depth(JmsBroker.DLQ));
  }

  @Override
  protected void goAway() {
    leave();
    broker.stop();
  }

  private void leave() {
    peer.ifPresent(JmsPeer::close);
    peer = Optional.empty();
  }

  @Override
  protected void comeBack() {
    broker.start();
  }

  @Override
  protected void closeOtherSide() {
    leave();
    sagas.close();
    broker.close();
  }
}
