// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Puts the application together: settings, flows, the beans that are no classes of ours to
 * annotate, start and stop, health. Depends on everything; nothing depends on it.
 */
package io.flowmanager.bootstrap;
