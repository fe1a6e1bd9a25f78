// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.router.application.call.RoutingException.Kind;
import io.flowmanager.testing.JsonTexts;
import io.flowmanager.testing.SettableClock;
import io.flowmanager.testing.router.MemoryCallStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallJournalTest {

  private static final CallKey KEY = new CallKey("key");
  private static final CallPolicy PATIENCE =
      new CallPolicy(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(8));

  private final MemoryCallStore store = new MemoryCallStore();
  private boolean breaksOff;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aNoteThatBrokeOffButWasTakenDownIsFound(boolean isOwnKey) {
    breaksOff = true;

    RoutedCall call = begin(isOwnKey);

    assertThat(call.key()).isEqualTo(KEY);
    assertThat(store.unfinished(9)).containsExactly(call);
  }

  @Test
  void aCallWithAKnownKeyIsBegunOnce() {
    RoutedCall first = begin(false);

    assertThat(begin(false)).isEqualTo(first);
    assertThat(store.unfinished(9)).hasSize(1);
  }

  private RoutedCall begin(boolean isOwnKey) {
    var order = new NewSagaOrder("entity", JsonTexts.object("{}"));
    var calls = new CallTransactions(breakingOff(), PATIENCE, new SettableClock());
    return new CallJournal(calls, new StoreThreads(Runnable::run))
        .begin(KEY, isOwnKey, order, () -> "rule")
        .toCompletableFuture()
        .join();
  }

  /** The same store; of what is added first nobody hears. */
  private CallStore breakingOff() {
    return (CallStore)
        Proxy.newProxyInstance(
            CallStore.class.getClassLoader(),
            new Class<?>[] {CallStore.class},
            (proxy, method, arguments) -> call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    Object result;
    try {
      result = method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (breaksOff && method.getName().equals("add")) {
      breaksOff = false;
      throw new RoutingException(Kind.STORE_UNAVAILABLE, "no answer");
    }
    return result;
  }
}
