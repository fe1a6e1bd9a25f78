// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.emptywords.saga.application.engine;

/** Helps whom? */
public final class SagaHelper {}
