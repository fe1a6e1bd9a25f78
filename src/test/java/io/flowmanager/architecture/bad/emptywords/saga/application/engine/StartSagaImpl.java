// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.emptywords.saga.application.engine;

/** Says that an interface was not needed. */
public final class StartSagaImpl {}
