// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** The router's calls in a relational database. */
package io.flowmanager.router.adapter.store.jpa;
