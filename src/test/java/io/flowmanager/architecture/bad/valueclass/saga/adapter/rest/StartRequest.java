// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.valueclass.saga.adapter.rest;

/** Goes over the wire and can change on the way. */
public final class StartRequest {}
