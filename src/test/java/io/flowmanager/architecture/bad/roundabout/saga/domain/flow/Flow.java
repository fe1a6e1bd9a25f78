// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.roundabout.saga.domain.flow;

import io.flowmanager.architecture.bad.roundabout.saga.domain.Saga;

public record Flow(Saga latest) {}
