// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.ownthreads.saga.adapter.script;

import java.util.concurrent.CompletableFuture;

/** Works on the pool that all applications of the server share. */
public final class BorrowingScript {

  CompletableFuture<Void> run() {
    return CompletableFuture.runAsync(() -> {});
  }
}
