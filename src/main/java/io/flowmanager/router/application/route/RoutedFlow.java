// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

/** A flow as the router knows it: where to send to and where to read. */
public record RoutedFlow(SagaTarget target, SagaReader sagas) {}
