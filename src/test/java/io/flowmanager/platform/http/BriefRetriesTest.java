// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.junit.jupiter.api.Test;

class BriefRetriesTest {

  @Test
  void attemptsAreAsFarApartAsPoliciesReckon() throws NoSuchMethodException {
    Retry annotation = annotation(BriefRetries.class);

    assertThat(annotation.delay()).isEqualTo(BriefRetries.DELAY.toMillis());
    assertThat(annotation.delayUnit()).isEqualTo(ChronoUnit.MILLIS);
    assertThat(annotation.jitter()).isZero();
  }

  @Test
  void sameFailuresAreTriedAgainAsOfOtherCalls() throws NoSuchMethodException {
    Retry annotation = annotation(BriefRetries.class);

    assertThat(annotation.retryOn()).isEqualTo(annotation(UpstreamRetries.class).retryOn());
    assertThat(annotation.maxDuration()).isEqualTo(annotation(UpstreamRetries.class).maxDuration());
  }

  private static Retry annotation(Class<? extends Retries> type) throws NoSuchMethodException {
    return type.getMethod("run", Attempts.class).getAnnotation(Retry.class);
  }
}
