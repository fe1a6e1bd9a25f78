// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.message;

import java.time.Instant;

/**
 * A message that could not be handled, or that waits behind such a message of its saga.
 *
 * @param id id of this record; records added later have greater ids
 * @param reason why it was quarantined, or why the latest retry failed; may be shown to an operator
 */
public record QuarantinedMessage(
    String id, RouterMessage message, String reason, Instant quarantinedAt) {

  QuarantinedMessage because(String newReason) {
    return new QuarantinedMessage(id, message, newReason, quarantinedAt);
  }
}
