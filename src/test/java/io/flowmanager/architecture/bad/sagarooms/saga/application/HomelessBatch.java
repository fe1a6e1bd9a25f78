// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.sagarooms.saga.application;

/** A use case beside the rooms. */
public final class HomelessBatch {}
