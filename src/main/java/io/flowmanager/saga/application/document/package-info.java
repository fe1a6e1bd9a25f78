// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Sagas that are kept for other flow managers: a document that comes in replaces the saga. No event
 * is applied and no command is sent. Knows {@code engine} for its cache, {@code flow} and {@code
 * store}.
 */
package io.flowmanager.saga.application.document;
