// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Sagas of a flow in a MongoDB collection (contract, "persistencyManagement", mongo). Knows the
 * port {@code RemoteStore}, and the readers and writers of saga documents; nobody else knows
 * MongoDB's driver.
 */
package io.flowmanager.saga.adapter.store.mongo;
