// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint;

import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.testing.FlowDocuments;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Random;

/** A kind of damage, and the finding that it must lead to. */
enum Mutation {
  ADD_A_STATE(FindingCode.UNREACHABLE_STATE, Mutations::addState),
  REMOVE_ALL_WAYS_INTO_A_STATE(FindingCode.UNREACHABLE_STATE, Mutations::isolateState),
  DROP_ALL_TRANSITIONS_OF_A_STATE(FindingCode.DEAD_END, Mutations::dropTransitions),
  FORGET_THAT_A_STATE_IS_FINAL(FindingCode.DEAD_END, Mutations::unmarkFinal),
  LEAD_A_STATE_BACK_TO_ITSELF(FindingCode.ENDLESS_LOOP, Mutations::loopState),
  LEAD_A_STATE_INTO_A_DEAD_END(FindingCode.NO_WAY_TO_FINAL, Mutations::leadAstray),
  MARK_A_STEP_FINAL(FindingCode.FINAL_STATE_WITH_WAY_OUT, Mutations::markFinal),
  SEND_A_COMMAND_AT_THE_END(FindingCode.FINAL_STATE_COMMAND, Mutations::commandAtTheEnd),
  REPEAT_A_TRANSITION(FindingCode.DUPLICATE_EVENT, Mutations::repeatTransition),
  RAISE_AN_EVENT_THAT_NOBODY_TAKES(
      FindingCode.TIMEOUT_WITHOUT_TRANSITION, Mutations::uselessTimeout),
  DROP_THE_ERROR_TRANSITION(FindingCode.NO_ERROR_BRANCH, Mutations::dropErrors),
  RENAME_THE_ERROR_EVENT(FindingCode.NO_ERROR_BRANCH, Mutations::renameErrors),
  FORGET_A_COMMAND(FindingCode.UNASKED_EVENT, Mutations::forgetCommand),
  ADD_A_CHANNEL(FindingCode.UNUSED_CHANNEL, Mutations::addChannel),
  LET_NO_EVENTS_IN(FindingCode.ANSWERS_NOT_TAKEN_IN, Mutations::letNothingIn),
  ADD_A_BUSINESS_STATE(FindingCode.UNUSED_BUSINESS_STATE, Mutations::addBusinessState),
  ADD_A_BUSINESS_EVENT(FindingCode.UNUSED_BUSINESS_EVENT, Mutations::addBusinessEvent),
  MISSPELL_A_KEY(FindingCode.UNKNOWN_KEY, Mutations::misspellKey),
  MISSPELL_AN_EVENT(FindingCode.LIKELY_TYPO, Mutations::misspellEvent),
  SWAP_A_TARGET_FOR_NOTHING(FindingCode.FORMAT, Mutations::targetNothing),
  REMOVE_A_CHANNEL_THAT_IS_USED(FindingCode.FORMAT, Mutations::removeChannel);

  /** Gives nothing when the flow cannot have the damage. */
  interface Damage {
    Optional<FlowDocuments> apply(Mutations flow);
  }

  private final FindingCode code;
  private final Damage damage;

  Mutation(FindingCode code, Damage damage) {
    this.code = code;
    this.damage = damage;
  }

  FindingCode code() {
    return code;
  }

  Optional<JsonObject> damage(JsonObject flow, Random random) {
    return damage.apply(new Mutations(new FlowDocuments(flow), random)).map(FlowDocuments::json);
  }
}
