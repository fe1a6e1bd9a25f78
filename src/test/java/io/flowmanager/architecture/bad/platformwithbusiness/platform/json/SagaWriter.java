// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.platformwithbusiness.platform.json;

import io.flowmanager.architecture.bad.platformwithbusiness.saga.domain.Saga;

/** The platform has no business words. */
public record SagaWriter(Saga saga) {}
