// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flowmanager.saga.domain.diagram.FlowDiagram.Arrow;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Group;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Kind;
import io.flowmanager.saga.domain.diagram.FlowDiagram.Step;
import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.BusinessLabel;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import io.flowmanager.saga.domain.flow.MachineDefinition.Transition;
import io.flowmanager.testing.DiagramBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlowDiagramTest {

  private final DiagramBuilder flow = new DiagramBuilder();

  @Test
  void stateThatOnlyAnErrorLeadsToIsAStateOfFailure() {
    flow.state("first", "done", "good", "doError", "undoing").state("good");
    flow.state("undoing", "undone", "bad").state("bad");

    assertThat(flow.diagram().steps())
        .extracting(Step::id, Step::kind)
        .containsExactlyInAnyOrder(
            tuple("first", Kind.WORKING),
            tuple("good", Kind.COMPLETED),
            tuple("undoing", Kind.COMPENSATING),
            tuple("bad", Kind.FAILED));
  }

  @Test
  void stateThatAGoodWayLeadsToAsWellIsNoStateOfFailure() {
    flow.state("first", "done", "end", "doError", "end").state("end");

    assertThat(flow.diagram().steps())
        .extracting(Step::kind)
        .containsExactly(Kind.WORKING, Kind.COMPLETED);
  }

  @Test
  void stateThatNothingLeadsToIsDrawnLastAndNotAsAFailure() {
    flow.state("first", "done", "end").state("lost", "found", "end").state("end");

    assertThat(flow.diagram().steps())
        .extracting(Step::id, Step::kind)
        .endsWith(tuple("lost", Kind.WORKING));
  }

  @Test
  void stateComesBeforeThoseThatItLeadsTo() {
    flow.state("a", "toC", "c", "toB", "b").state("c", "on", "d");
    flow.state("b", "on", "c", "back", "a").state("d");

    assertThat(flow.diagram().steps()).extracting(Step::id).containsExactly("a", "b", "c", "d");
  }

  @Test
  void chainOfVeryManyStatesIsNoTroubleForTheStack() {
    List<State> chain = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      List<Transition> next =
          List.of(
              new Transition("next", "s" + (i + 1) % 20_000, Optional.empty(), Optional.empty()));
      chain.add(
          new State(
              "s" + i,
              Optional.empty(),
              false,
              new BusinessId("1"),
              Optional.empty(),
              List.of(),
              next,
              Optional.empty()));
    }
    var labels = List.of(new BusinessLabel(new BusinessId("1"), "All"));
    var machine = new MachineDefinition("s0", "begun", chain, labels, List.of());

    assertThat(FlowDiagram.of("long", machine).steps()).hasSize(20_000);
  }

  @Test
  void arrowOfATimeoutSaysHowLong() {
    flow.state("waiting", "came", "end", "tooLate", "end");
    flow.with("timeout", "{\"after\": \"PT1H30M\", \"event\": \"tooLate\"}").state("end");

    assertThat(flow.diagram().arrows())
        .extracting(Arrow::caption)
        .containsExactly("came", "tooLate after 1 h 30 min");
  }

  @Test
  void keyOfAStateIsItsIdUnlessALanguageCouldStumbleOverIt() {
    flow.state("plain_1", "e", "end").state("end", "e", "state2").state("state2", "e", "a-b");
    flow.state("a-b");

    assertThat(flow.diagram().steps())
        .extracting(Step::id, Step::key)
        .containsExactly(
            tuple("plain_1", "plain_1"),
            tuple("end", "state2_"),
            tuple("state2", "state2"),
            tuple("a-b", "state4"));
  }

  @Test
  void businessStatesAreGroupsInTheOrderInWhichASagaMeetsThem() {
    FlowDiagram order = DiagramBuilder.ofFile(Path.of("examples/order/order.json"));

    assertThat(order.groups())
        .extracting(Group::label, group -> group.steps().stream().map(Step::id).toList().toString())
        .containsExactly(
            tuple("We have received the order", "[orderCreated]"),
            tuple("We are working on the order", "[orderPaid, orderPrepared]"),
            tuple("The order is complete", "[orderDelivered]"),
            tuple("We are taking the order back", "[stockReleaseDue, paymentRefundDue]"),
            tuple("The order is cancelled", "[orderFailed]"));
  }
}
