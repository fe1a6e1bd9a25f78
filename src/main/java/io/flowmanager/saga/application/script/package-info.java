// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** The port to JavaScript. Depends on no other room. */
package io.flowmanager.saga.application.script;
