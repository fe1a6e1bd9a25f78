// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

/** A flow as the router uses it: where to send events and where to read sagas. */
public record RoutedFlow(SagaTarget target, SagaReader sagas) {}
