// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.domain.Saga;
import java.util.List;

/** Some sagas of a listing, and whether there are more behind them. */
public record SagaPage(List<Saga> sagas, boolean hasMore) {}
