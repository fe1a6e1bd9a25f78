// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.lonelyinterface.saga.application.engine;

public record StartSaga(String flow) implements Starting {}
