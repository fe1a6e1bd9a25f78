// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random damage of sound flows: each kind is found in every flow that can have it. */
class FlowMutationTest {

  private static final long SEED = 20_260_701;
  private static final int DAMAGES_PER_FLOW = 10;

  @ParameterizedTest
  @EnumSource(Mutation.class)
  void damageIsFound(Mutation mutation) throws IOException {
    Random random = new Random(SEED);
    List<FlowCorpus> damaged = new ArrayList<>();
    for (FlowCorpus flow : FlowCorpus.sound()) {
      for (int i = 0; i < DAMAGES_PER_FLOW; i++) {
        Optional<JsonObject> document = mutation.damage(flow.document(), random);
        document.ifPresent(json -> damaged.add(new FlowCorpus(flow.name() + " " + json, json)));
      }
    }

    assertThat(damaged).hasSizeGreaterThanOrEqualTo(DAMAGES_PER_FLOW);
    assertThat(damaged).allSatisfy(flow -> assertThat(codes(flow)).contains(mutation.code()));
  }

  @Test
  void everyClassOfFindingsHasItsDamage() {
    Set<FindingCode> caused =
        Arrays.stream(Mutation.values()).map(Mutation::code).collect(Collectors.toSet());

    Set<FindingCode> ofForm =
        EnumSet.of(
            FindingCode.IGNORED_HEADER,
            FindingCode.RELATIVE_PATH,
            FindingCode.NO_DESCRIPTION,
            FindingCode.UNKNOWN_LINT_CODE,
            FindingCode.UNUSED_EXTERNAL_EVENT);

    assertThat(caused).containsAll(EnumSet.complementOf(EnumSet.copyOf(ofForm)));
  }

  private static List<FindingCode> codes(FlowCorpus flow) {
    return new FlowLinter().lint(flow.document()).findings().stream().map(Finding::code).toList();
  }
}
