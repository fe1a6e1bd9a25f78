// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.parts;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.router.domain.Address;
import io.flowmanager.router.domain.Rule;
import io.flowmanager.router.domain.RuleSet;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The last of many rules takes the metadata; the others miss in their second condition. */
@State(Scope.Benchmark)
public class RulesBenchmark {

  private static final Address SOMEWHERE = new Address.Hosted("sub");

  @Param({"10", "100"})
  private int rules;

  private RuleSet set;
  private JsonObject metadata;

  @Setup
  public void prepare() {
    set = new RuleSet(IntStream.rangeClosed(1, rules).mapToObj(this::rule).toList());
    metadata =
        JsonText.builders()
            .createObjectBuilder(Metadata.ofKilobytes(1))
            .add("tariff", JsonText.builders().createObjectBuilder().add("level", rules))
            .build();
  }

  private Rule rule(int level) {
    String conditions =
        "{\"payment\": {\"method\": \"card\"}, \"tariff\": {\"level\": %d}}".formatted(level);
    return new Rule(
        "rule" + level, SOMEWHERE, SOMEWHERE, JsonText.parse(conditions).asJsonObject());
  }

  /** As an event is routed. */
  @Benchmark
  public Optional<Rule> choose() {
    return set.choose(metadata);
  }
}
