// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.neighbours.router.application.route;

import io.flowmanager.architecture.bad.neighbours.saga.application.engine.StartSaga;

/** A router that calls the main job without its target port. */
public record RouteStraight(StartSaga target) {}
