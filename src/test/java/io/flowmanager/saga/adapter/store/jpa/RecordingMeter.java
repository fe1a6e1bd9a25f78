// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import io.flowmanager.saga.application.retention.RetentionMeter;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What retention told. */
final class RecordingMeter implements RetentionMeter {

  final List<Integer> deleted = new ArrayList<>();
  final Map<FlowName, Boolean> keepers = new HashMap<>();
  final Map<FlowName, Optional<Instant>> oldest = new HashMap<>();
  int archived;
  int rounds;

  int allDeleted() {
    return deleted.stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public void deleted(FlowName flow, int sagas) {
    deleted.add(sagas);
  }

  @Override
  public void archived(FlowName flow, int sagas) {
    archived += sagas;
  }

  @Override
  public void keepsAll(FlowName flow, boolean all) {
    keepers.put(flow, all);
  }

  @Override
  public void oldest(FlowName flow, Optional<Instant> finalSince) {
    oldest.put(flow, finalSince);
  }

  @Override
  public void roundEnded(Duration duration) {
    rounds++;
  }
}
