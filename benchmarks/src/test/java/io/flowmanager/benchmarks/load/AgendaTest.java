// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {

  private static final long SECOND = 1_000_000_000;
  private static final long MILLI = 1_000_000;

  private static Agenda agenda(Pace pace) {
    LoadTask task = LoadTask.orders(1, 2, 1).paced(pace);
    return new Agenda(task, Scripts.of(task), 0);
  }

  private static List<Long> planned(Agenda agenda, long now) {
    List<Long> planned = new ArrayList<>();
    for (Turn turn = agenda.poll(now); turn != null; turn = agenda.poll(now)) {
      planned.add(turn.planned());
    }
    return planned;
  }

  private static HttpMessage started() {
    return new HttpMessage("HTTP/1.1 200 OK", "{\"sagaId\":\"s-1\"}", 0);
  }

  @Test
  void aClosedLoopBeginsOnEachConnectionAndWaits() {
    Agenda agenda = agenda(Pace.CLOSED);

    assertThat(planned(agenda, 0)).containsExactly(0L, 0L);
    assertThat(planned(agenda, SECOND / 2)).isEmpty();
    assertThat(agenda.nextByTime()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void anOpenLoopBeginsByTheClockWhateverTheServerDoes() {
    Agenda agenda = agenda(Pace.open(10));

    assertThat(planned(agenda, 250 * MILLI)).containsExactly(0L, 100 * MILLI, 200 * MILLI);
    assertThat(agenda.nextByTime()).isEqualTo(300 * MILLI);
  }

  @Test
  void aLateAnswerDoesNotMoveThePlanOfTheNextRequest() throws Exception {
    Agenda agenda = agenda(new Pace(1, 100));
    Turn start = agenda.poll(0);

    start.conversation().answered(started());
    agenda.proceed(start, 700 * MILLI);

    assertThat(agenda.poll(700 * MILLI).planned()).isEqualTo(100 * MILLI);
  }

  @Test
  void nothingBeginsAfterTheEnd() {
    Agenda agenda = agenda(Pace.open(10));

    assertThat(planned(agenda, 5 * SECOND)).hasSize(10);
    assertThat(agenda.nextByTime()).isEqualTo(Long.MAX_VALUE);
  }
}
