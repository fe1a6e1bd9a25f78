// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.flow.FlowName;
import java.util.Optional;

/**
 * Which blocked commands to list.
 *
 * @param flow only of this flow
 * @param before only commands that come after this one in the listing; the last one of the page
 *     before
 * @param limit at most that many
 */
public record BlockedQuery(Optional<FlowName> flow, Optional<CommandId> before, int limit) {}
