// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.domainoutward.saga.application.engine;

public record Lanes(int count) {}
