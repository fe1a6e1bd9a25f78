// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.startrooms.bootstrap.wiring;

import io.flowmanager.architecture.bad.startrooms.bootstrap.lifecycle.Startup;

/** Wiring that knows the start above it. */
public record StartingWiring(Startup startup) {}
