// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.openfields.saga.application.engine;

/** Lets the neighbours guess. */
public final class GuessedSaga {

  int guesses;
}
