// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import java.util.List;

/** One page of a listing, and whether more commands follow it. */
public record BlockedPage(List<BlockedCommand> commands, boolean hasMore) {}
