// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.retiredwords.saga.application.engine;

/** A retired word in the name of a field. */
public record SendingSaga(int channelDesk) {}
