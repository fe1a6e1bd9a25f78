// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Logs that strangers and outages cannot flood: texts from outside made harmless, and one kind of
 * message at most once a second. Depends on nothing of ours.
 */
package io.flowmanager.platform.log;
