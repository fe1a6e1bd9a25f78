// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The HTTP doors of sagas (contract, "Behaviour"): thin resources that hand over to the use cases
 * and answer later.
 */
package io.flowmanager.saga.adapter.rest;
