// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.retention;

import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * How far retention has come, for all nodes. Each call is made within a transaction of the caller.
 *
 * <p>Every method may throw {@link StoreUnavailableException}.
 */
public interface RetentionMarks {

  /**
   * Takes or prolongs the lease that only one node has. Until the transaction ends, no other node
   * can.
   *
   * @return false when another node has it at {@code now}
   */
  boolean lease(String node, Instant now, Instant until);

  /** The id behind which the walk goes on; empty before its first step. */
  String position(String walk);

  void move(String walk, String position);

  /**
   * Sagas that a walk has left behind and that may be over: they count from {@code countedFrom} at
   * the latest, the earliest first.
   */
  List<SagaId> leftBehind(FlowName flow, Instant countedFrom, int limit);

  /**
   * Notes sagas that a walk leaves behind; those that are noted already are noted anew.
   *
   * @param countFrom the earliest time that each can have made its final step
   */
  void leaveBehind(FlowName flow, Map<SagaId, Instant> countFrom);

  /** Forgets sagas that do not exist. */
  void forget(Collection<SagaId> gone);
}
