// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.domainoutward.saga.domain;

import io.flowmanager.architecture.bad.domainoutward.saga.application.engine.Lanes;

/** Looks outward: what a saga is does not depend on who works on it. */
public record ClockedSaga(Lanes lanes) {}
