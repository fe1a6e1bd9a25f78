// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Settings that the launcher needs before the application is there: the database, the limits of the
 * listener.
 */
package io.flowmanager.launcher.settings;
