// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Sagas that are stored outside of this server's database: the port of such a store, the intents
 * that make a step durable before a service has it, and reading across all stores.
 */
package io.flowmanager.saga.application.remote;
