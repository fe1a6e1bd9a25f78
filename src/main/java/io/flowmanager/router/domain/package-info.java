// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What the router decides by itself: which rule wins, what an upsert makes of two sides, whether a
 * rules file is sound. Pure functions on JSON values; depends on {@code java} and {@code
 * jakarta.json} only.
 */
package io.flowmanager.router.domain;
