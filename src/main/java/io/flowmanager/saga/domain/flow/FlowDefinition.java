// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * A flow file that has been read and checked.
 *
 * @param channels in the order of the file
 * @param document the file's content as it was written, secrets and all: redact it before it is
 *     shown
 */
public record FlowDefinition(
    List<ChannelDefinition> channels,
    PersistenceDefinition persistence,
    MachineDefinition machine,
    FlowSettings settings,
    JsonObject document) {}
