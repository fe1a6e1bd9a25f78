// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Archived sagas in files: a line of JSON for each saga, and beside each file a manifest with the
 * hash of each line. Reading needs no server.
 */
package io.flowmanager.saga.adapter.archive;
