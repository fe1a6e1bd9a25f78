// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The saga and the machine that moves it: values and pure functions. Depends on {@code java},
 * {@code jakarta.json} and the flow definitions only; nothing here knows a database, a server or a
 * clock.
 */
package io.flowmanager.saga.domain;
