// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The HTTP interface of sagas (contract, "Behaviour"): endpoints that call the use cases, and
 * resources of JAX-RS, which call the endpoints. Answers come later, from other threads.
 */
package io.flowmanager.saga.adapter.rest;
