// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.engine;

import static io.flowmanager.testing.FlowBuilder.anOrderFlow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCatalog;
import io.flowmanager.saga.application.store.Answer;
import io.flowmanager.saga.domain.Event;
import io.flowmanager.saga.domain.FirstLevelMerge;
import io.flowmanager.saga.domain.MachineRules;
import io.flowmanager.saga.domain.PayloadCheck;
import io.flowmanager.saga.domain.Refusal.Violation;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.StateMachine;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Events with a label "paid" are checked; payloads with a member "dear" take long. */
class CheckPayloadsTest {

  private static final PayloadCheck CHECK =
      new PayloadCheck() {
        @Override
        public List<Violation> check(JsonValue payload) {
          return List.of(new Violation("", "was looked at"));
        }

        @Override
        public Optional<List<Violation>> checkQuickly(JsonValue payload) {
          return payload.asJsonObject().containsKey("dear")
              ? Optional.empty()
              : Optional.of(List.of());
        }
      };

  private final Flow flow = checked(anOrderFlow().build());
  private final Queue<Runnable> dear = new ArrayDeque<>();
  private final List<Event> entered = new ArrayList<>();
  private final CheckPayloads checks =
      new CheckPayloads(new FlowCatalog(List.of(flow), Optional.empty()), dear::add);

  private static Flow checked(Flow flow) {
    Transition paid =
        flow.definition().machine().states().stream()
            .flatMap(state -> state.outgoingTransitions().stream())
            .filter(transition -> transition.inputEvent().equals("paid"))
            .findFirst()
            .orElseThrow();
    var rules =
        new MachineRules(new FirstLevelMerge(JsonText.builders()), Map.of(paid, CHECK), false);
    var machine = new StateMachine(flow.version(), flow.definition().machine(), rules);
    return new Flow(
        flow.name(),
        flow.version(),
        flow.definition(),
        flow.findings(),
        machine,
        flow.hooks(),
        flow.sagaIdPrefix());
  }

  private CompletionStage<Answer> bring(String saga, String label, String payload) {
    JsonObject object = JsonText.parse(payload).asJsonObject();
    var event = new Event(new SagaId(saga), label, object, Optional.empty());
    return checks.check(saga, flow.name(), event, this::enter, this::enter);
  }

  private CompletionStage<Answer> enter(Event event) {
    entered.add(event);
    return CompletableFuture.completedFuture(new Answer.Ignored(event.saga(), "s"));
  }

  private List<String> ids() {
    return entered.stream().map(event -> event.saga() + "/" + event.label()).toList();
  }

  @Test
  void aQuickCheckIsDoneAtOnceAndItsResultGoesAlong() {
    assertThat(bring("a", "paid", "{}")).isCompleted();

    assertThat(entered).singleElement().satisfies(e -> assertThat(e.checked()).containsKey(CHECK));
  }

  @Test
  void aDearCheckHoldsUpNoOtherSaga() {
    CompletionStage<Answer> first = bring("a", "paid", "{\"dear\":1}");

    assertThat(bring("b", "paid", "{}")).isCompleted();
    assertThat(first.toCompletableFuture()).isNotDone();
    dear.remove().run();
    assertThat(first).isCompleted();
    assertThat(ids()).containsExactly("b/paid", "a/paid");
    assertThat(entered.get(1).checked().get(CHECK)).hasSize(1);
  }

  @Test
  void eventsOfOneSagaStayInOrder() {
    bring("a", "paid", "{\"dear\":1}");
    bring("a", "other", "{}");
    bring("a", "paid", "{\"dear\":2}");
    CompletionStage<Answer> last = bring("a", "more", "{}");

    Runnable first = dear.remove();
    dear.remove().run();
    assertThat(entered).isEmpty();
    first.run();

    assertThat(ids()).containsExactly("a/paid", "a/other", "a/paid", "a/more");
    assertThat(last).isCompleted();
    assertThat(bring("a", "other", "{}")).as("nothing waits any more").isCompleted();
  }

  @Test
  void whenTooManyDearChecksWaitTheEventIsRefusedForNow() {
    var full =
        new CheckPayloads(
            new FlowCatalog(List.of(flow), Optional.empty()),
            task -> {
              throw new RejectedExecutionException("full");
            });
    var event =
        new Event(new SagaId("a"), "paid", JsonText.parse("{\"dear\":1}"), Optional.empty());

    assertThatThrownBy(() -> full.check("a", flow.name(), event, this::enter, this::enter))
        .isInstanceOf(LaneFullException.class);
  }
}
