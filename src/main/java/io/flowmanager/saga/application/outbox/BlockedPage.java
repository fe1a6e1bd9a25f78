// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import java.util.List;

/** Some commands of a listing, and whether there are more behind them. */
public record BlockedPage(List<BlockedCommand> commands, boolean hasMore) {}
