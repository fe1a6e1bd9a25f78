// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.neighbours.saga.application.engine;

public record StartSaga(String flow) {}
