// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

  @ParameterizedTest
  @CsvSource({
    "orderCancelled, orderCanceled, SLIP",
    "orderCancelled, orderCnacelled, SLIP",
    "orderCancelled, ordercancelled, SLIP",
    "orderCancelled, ORDER_CANCELLED, SLIP",
    "orderCancelled, orderCancalled, NEAR",
    "orderCancelled, orderCencalled, NEAR",
    "orderPicked, orderPacked, NEAR",
    "prepared, prepare, NEAR",
    "orderPaid, orderUnpaid, NONE",
    "accountLocked, accountBlocked, NONE",
    "step1Done, step2Done, NONE",
    "stepOneDone, stepTwoDone, NONE",
    "itemReserved, itemsReserved, NONE",
    "paid, aid, NONE",
    "left, right, NONE",
    "payError, paid, NONE"
  })
  void wordsThatAreMeantToDifferAreNotAlike(String one, String other, Likeness likeness) {
    assertThat(Likeness.of(one, other)).isEqualTo(likeness);
    assertThat(Likeness.of(other, one)).isEqualTo(likeness);
  }
}
