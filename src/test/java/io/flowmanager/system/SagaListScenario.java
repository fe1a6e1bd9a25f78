// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.testing.server.FlowClient;
import io.flowmanager.testing.server.HttpAnswer;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code GET /sagas}: filters and pages. */
interface SagaListScenario extends ServerScenario {

  @Test
  default void eachFilterLeavesOutWhatItDoesNotName() {
    String entity = UUID.randomUUID().toString();
    String open = start(orders(), entity);
    String failed = start(orders(), entity);
    String strict = start(strictOrders(), entity);
    orders().move(failed, "executePaymentError", "{}");
    String opened = orders().read(open).getString("updatedAt");
    String moved = orders().read(failed).getString("updatedAt");

    assertThat(list(entity, "")).containsExactly(strict, failed, open);
    assertThat(list(entity, "&flow=order")).containsExactly(failed, open);
    assertThat(list(entity, "&flow=strict-order")).containsExactly(strict);
    assertThat(list(entity, "&state=orderFailed")).containsExactly(failed);
    assertThat(list(entity, "&businessState=received")).containsExactly(strict, open);
    assertThat(list(entity, "&final=true")).containsExactly(failed);
    assertThat(list(entity, "&final=false")).containsExactly(strict, open);
    assertThat(list(entity, "&final=false&flow=order")).containsExactly(open);
    assertThat(list(entity, "&updatedAfter=" + opened)).contains(failed).doesNotContain(open);
    assertThat(list(entity, "&updatedBefore=" + moved)).contains(open).doesNotContain(failed);
    assertThat(list(entity, "&state=nowhere")).isEmpty();
  }

  @Test
  default void pagesFollowEachOtherWithoutGapOrRepeat() {
    String entity = UUID.randomUUID().toString();
    List<String> newestFirst = new ArrayList<>();
    IntStream.range(0, 5).forEach(i -> newestFirst.add(0, start(orders(), entity)));

    List<List<String>> pages = new ArrayList<>();
    String next = "/sagas?limit=2&final=false&entityId=" + entity;
    while (!next.isEmpty()) {
      JsonObject page = page(next);
      pages.add(ids(page));
      next = page.getString("next", "");
    }

    assertThat(pages).extracting(List::size).containsExactly(2, 2, 1);
    assertThat(pages.stream().flatMap(List::stream)).containsExactlyElementsOf(newestFirst);
  }

  @Test
  default void aListedSagaHasNeitherMetadataNorHistory() {
    String entity = UUID.randomUUID().toString();
    String saga = start(orders(), entity);

    JsonObject listed = page("/sagas?entityId=" + entity).getJsonArray("sagas").getJsonObject(0);

    assertThat(listed.getString("sagaId")).isEqualTo(saga);
    assertThat(listed.getString("flow")).isEqualTo("order");
    assertThat(listed.getString("currentState")).isEqualTo("orderCreated");
    assertThat(listed).doesNotContainKeys("metadata", "history");
  }

  private static String start(FlowClient flow, String entity) {
    return flow.tryStart(entity, "{}").json().getString("sagaId");
  }

  private List<String> list(String entity, String filters) {
    return ids(page("/sagas?entityId=" + entity + filters));
  }

  private JsonObject page(String path) {
    HttpAnswer answer = http().get(path);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  private static List<String> ids(JsonObject page) {
    return page.getJsonArray("sagas").getValuesAs(JsonObject.class).stream()
        .map(saga -> saga.getString("sagaId"))
        .toList();
  }
}
