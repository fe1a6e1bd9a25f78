// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.messaging.kafka;

import io.flowmanager.saga.application.inbox.ResettableLatch;
import io.flowmanager.saga.application.inbox.EventSource;
import io.flowmanager.saga.application.inbox.EventSourceContract;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.testing.kafka.BrokerOfTheClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaEventSourceTest extends EventSourceContract {

  @RegisterExtension static final BrokerOfTheClass KAFKA = new BrokerOfTheClass();

  private final StairsFixture fixture = new StairsFixture(KAFKA);
  private boolean isAway;

  @BeforeEach
  void makeTopic() {
    fixture.createTopic(2);
  }

  private record Opened(KafkaNode node) implements Node {

    @Override
    public EventSource source() {
      return node.source();
    }

    @Override
    public void storeIsAway(boolean isAway) {
      node.storeIsDown = isAway;
    }

    @Override
    public int refusals() {
      return node.failures.get();
    }

    @Override
    public ResettableLatch latch() {
      return node.latch;
    }

    @Override
    public List<Thread> threads() {
      return node.threads;
    }

    @Override
    public void close() {
      node.close();
    }
  }

  @Override
  protected void startSagas(int count) {
    fixture.start(count);
  }

  @Override
  protected Node node() {
    return new Opened(fixture.node());
  }

  @Override
  protected void send(String saga, String body) {
    fixture.probe.send(fixture.topic, saga, body, Map.of());
  }

  @Override
  protected String state(String saga) {
    return fixture.store.ask(
        session -> session.sagas().find(new SagaId(saga)).orElseThrow().state());
  }

  @Override
  protected int deadLetters() {
    return fixture.letters().size();
  }

  @Override
  protected void goAway() {
    KAFKA.broker().stop();
    isAway = true;
  }

  @Override
  protected void comeBack() {
    isAway = false;
    KAFKA.broker().restart();
  }

  @Override
  protected void closeOtherSide() {
    if (isAway) {
      comeBack();
    }
  }
}
