// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.pathnoun.saga.adapter.rest;

/** Promises an address and has none. */
public class SagasResource {}
