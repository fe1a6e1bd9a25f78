// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The decisions of the router: which rule matches, the result of a metadata upsert, whether a rules
 * file is valid. Pure functions on JSON values; depends on {@code java} and {@code jakarta.json}
 * only.
 */
package io.flowmanager.router.domain;
