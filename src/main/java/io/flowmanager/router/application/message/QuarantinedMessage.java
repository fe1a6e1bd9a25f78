// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import java.time.Instant;

/**
 * A message that could not be handled, or that waits behind such a one of its saga.
 *
 * @param id of this record, later ones have greater ones
 * @param reason why it was quarantined or could not be handled again, in words to show
 */
public record QuarantinedMessage(
    String id, RouterMessage message, String reason, Instant quarantinedAt) {

  QuarantinedMessage because(String newReason) {
    return new QuarantinedMessage(id, message, newReason, quarantinedAt);
  }
}
