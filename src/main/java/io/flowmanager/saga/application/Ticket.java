// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import java.util.concurrent.CompletableFuture;

/** An intake on its way through a lane, and who waits for its answer. */
record Ticket(Intake intake, CompletableFuture<Answer> answer) {}
