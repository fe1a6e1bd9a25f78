// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Settings of the server, read and checked once. Depends on no other room of {@code bootstrap}. */
package io.flowmanager.bootstrap.config;
