// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

/**
 * The names that the router writes and reads (contract, "Settings").
 *
 * @param mainFlowIdKey metadata key of a sub saga that holds the main saga's id
 * @param subFlowIdKey metadata key of a main saga that holds the sub saga's id
 * @param mainFlowDataKey key of the object in a notification that is forwarded to the main flow
 * @param subFlowCreatedEvent label of the event that is sent to the main flow once both sagas exist
 */
public record RouterWords(
    String mainFlowIdKey,
    String subFlowIdKey,
    String mainFlowDataKey,
    String subFlowCreatedEvent) {}
