// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * JSON text to values and back, with the one JSON-P provider of the application. Depends on nothing
 * of ours.
 */
package io.flowmanager.platform.json;
