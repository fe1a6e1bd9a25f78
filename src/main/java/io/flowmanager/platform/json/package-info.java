// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Parses and writes JSON with the application's JSON-P provider. Depends on no other room. */
package io.flowmanager.platform.json;
