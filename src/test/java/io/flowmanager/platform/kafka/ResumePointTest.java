// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.platform.kafka.ResumePoint.Change;
import io.flowmanager.platform.kafka.ResumePoint.Log;
import io.flowmanager.platform.kafka.ResumePoint.Reason;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

class ResumePointTest {

  private static final Optional<String> TOPIC = Optional.of("id-1");

  private static ReadPosition at(long next, Optional<String> topic) {
    return new ReadPosition(next, topic, Optional.of(7));
  }

  private static Log log(long first, long end) {
    return new Log(TOPIC, first, end, Optional.empty());
  }

  private static Log parting(long at) {
    return new Log(
        TOPIC, 0, 500, Optional.of(new ReadPosition(at, Optional.empty(), Optional.of(6))));
  }

  private static void assertChange(ResumePoint point, long next, Reason reason, String... words) {
    Change change = point.change().orElseThrow();
    assertThat(point.position().next()).isEqualTo(next);
    assertThat(point.position().topicId()).isEqualTo(TOPIC);
    assertThat(change.reason()).isEqualTo(reason);
    assertThat(change.sentence()).contains(words);
  }

  @Test
  void positionThatTheLogHasIsKept() {
    for (long next : new long[] {10, 15, 20}) {
      assertThat(ResumePoint.in(log(10, 20), at(next, TOPIC)))
          .isEqualTo(ResumePoint.unchanged(at(next, TOPIC)));
    }
  }

  @Test
  void positionThatNamesNoTopicTakesTheNameOfTheOneThatIsThere() {
    assertThat(ResumePoint.in(log(10, 20), at(12, Optional.empty())))
        .isEqualTo(ResumePoint.unchanged(at(12, TOPIC)));
  }

  @Test
  void anotherTopicIsReadFromItsBeginning() {
    assertChange(
        ResumePoint.recreated(at(15, Optional.of("id-0")), log(3, 20)),
        3,
        Reason.RECREATED,
        "id-0",
        "id-1",
        "up to offset 15",
        "beginning, offset 3",
        "ends at 20");
  }

  @Test
  void whatWasDeletedBeforeItWasReadIsSkipped() {
    assertChange(ResumePoint.in(log(10, 20), at(4, TOPIC)), 10, Reason.OVERTAKEN, "offsets 4 to 9");
  }

  @Test
  void shorterLogIsReadOnAtItsEnd() {
    assertChange(
        ResumePoint.in(log(10, 20), at(1_234_567, TOPIC)),
        20,
        Reason.TRUNCATED,
        "offsets 20 to 1234566",
        "from offset 20");
  }

  @Test
  void logThatHasGrownAgainIsReadOnWhereItParts() {
    ResumePoint point = ResumePoint.in(parting(100), at(300, TOPIC));

    assertChange(point, 100, Reason.TRUNCATED, "offsets 100 to 299");
    assertThat(point.position().epoch()).contains(6);
    assertThat(ResumePoint.in(parting(300), at(300, TOPIC)).change()).isEmpty();
    assertThat(ResumePoint.in(parting(100), point.position()))
        .isEqualTo(ResumePoint.unchanged(point.position()));
  }

  @Test
  void positionBehindTheEndThatNamesNoTopicBeginsAtTheBeginning() {
    assertChange(
        ResumePoint.in(log(0, 5), at(9, Optional.empty())), 0, Reason.RECREATED, "id was unknown");
  }

  @Test
  void groupsOffsetCarriesTheTopicAndTheEpoch() {
    for (ReadPosition position :
        new ReadPosition[] {
          at(5, TOPIC), new ReadPosition(0, Optional.empty(), Optional.empty())
        }) {
      assertThat(ReadPosition.of(position.toCommit())).isEqualTo(position);
    }
    assertThat(ReadPosition.of(new OffsetAndMetadata(3, "somebody else's note")).topicId())
        .isEmpty();
  }
}
