// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.startrooms.bootstrap;

/** A class beside the rooms. */
public final class HomelessStart {}
