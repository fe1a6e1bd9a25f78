// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.hastybatch.saga.application.engine;

/** A part of the engine that is neither a port nor a value nor a use case. */
public final class HandleBatch {}
