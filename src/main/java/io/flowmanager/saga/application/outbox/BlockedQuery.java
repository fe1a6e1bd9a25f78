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
 * @param before only commands that follow this one in the listing: the last one of the previous
 *     page
 * @param limit maximum number of commands
 */
public record BlockedQuery(Optional<FlowName> flow, Optional<CommandId> before, int limit) {}
