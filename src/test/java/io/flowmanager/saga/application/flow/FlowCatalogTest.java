// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import static io.flowmanager.testing.FlowBuilder.aFlow;
import static io.flowmanager.testing.StateBuilder.aState;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.FlowName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowCatalogTest {

  private static final Flow ORDER = flow("order");
  private static final Flow PARCEL = flow("parcel");
  private static final FlowCatalog FLOWS =
      new FlowCatalog(List.of(PARCEL, ORDER), Optional.of(ORDER.name()));

  private static Flow flow(String name) {
    return aFlow().named(name).with(aState("done").isFinal()).build();
  }

  @Test
  void flowIsFoundByItsNameAndByTheTextOfIt() {
    assertThat(FLOWS.find(new FlowName("parcel"))).containsSame(PARCEL);
    assertThat(FLOWS.named("parcel")).containsSame(PARCEL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Order", "order ", "../order", "no flow's name"})
  void textThatIsNoFlowsNameFindsNone(String text) {
    assertThat(FLOWS.named(text)).isEmpty();
  }

  @Test
  void flowsComeInTheirOrderAndOneIsTheRoot() {
    assertThat(FLOWS.all()).containsExactly(PARCEL, ORDER);
    assertThat(FLOWS.root()).containsSame(ORDER);
  }
}
