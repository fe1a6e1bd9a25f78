// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.hastybatch.saga.adapter.script;

import io.flowmanager.architecture.bad.hastybatch.saga.application.engine.HandleBatch;

/** Goes past the queues of the engine. */
public record HastyBatch(HandleBatch batch) {}
