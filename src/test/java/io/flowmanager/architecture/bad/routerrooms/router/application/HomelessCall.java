// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.routerrooms.router.application;

/** A use case beside the rooms. */
public final class HomelessCall {}
