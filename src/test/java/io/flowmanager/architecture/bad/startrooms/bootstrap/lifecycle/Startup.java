// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.startrooms.bootstrap.lifecycle;

/** What wiring must not know. */
public final class Startup {}
