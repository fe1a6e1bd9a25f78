// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * A short way to the doors of sagas for calls that come often (decision 0023). Its answers are
 * those of {@code saga.adapter.rest}, which does the work; only the way to it is another.
 */
package io.flowmanager.saga.adapter.servlet;
