// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The use cases of a saga and the ports that they need. Transactions begin and end here. Depends on
 * the domain, the plain parts of the platform, and {@code jakarta.inject}, {@code
 * jakarta.enterprise}, {@code jakarta.transaction}.
 */
package io.flowmanager.saga.application;
