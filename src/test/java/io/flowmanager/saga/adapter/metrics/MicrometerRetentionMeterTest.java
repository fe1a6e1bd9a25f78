// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.SettableClock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MicrometerRetentionMeterTest {

  private static final FlowName ORDER = new FlowName("order");

  private final SettableClock clock = new SettableClock();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MicrometerRetentionMeter meter = new MicrometerRetentionMeter(registry, clock);

  private List<String> scraped() {
    return registry.scrape().lines().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void deletedAndArchivedSagasAreCountedByFlow() {
    meter.deleted(ORDER, 200);
    meter.deleted(ORDER, 50);
    meter.archived(ORDER, 7);

    assertThat(scraped())
        .contains(
            "flow_manager_retention_deleted_total{flow=\"order\"} 250.0",
            "flow_manager_retention_archived_total{flow=\"order\"} 7.0");
  }

  @Test
  void ageOfTheOldestSagaGrowsUntilThereIsNone() {
    meter.oldest(ORDER, Optional.of(clock.instant()));
    clock.advance(Duration.ofHours(1));
    assertThat(scraped())
        .contains("flow_manager_retention_oldest_final_seconds{flow=\"order\"} 3600.0");

    meter.oldest(ORDER, Optional.empty());
    assertThat(scraped())
        .contains("flow_manager_retention_oldest_final_seconds{flow=\"order\"} 0.0");
  }

  @Test
  void flowsThatKeepAllAreToldFromTheOthers() {
    meter.keepsAll(ORDER, true);
    meter.keepsAll(new FlowName("other"), false);
    meter.roundEnded(Duration.ofMillis(1500));
    System.gc();

    assertThat(scraped())
        .contains(
            "flow_manager_retention_keeps_all{flow=\"order\"} 1.0",
            "flow_manager_retention_keeps_all{flow=\"other\"} 0.0",
            "flow_manager_retention_round_seconds 1.5");
  }
}
