// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.store;

import io.flowmanager.saga.domain.Saga;
import java.util.List;

/** One page of a listing, and whether more sagas follow it. */
public record SagaPage(List<Saga> sagas, boolean hasMore) {}
