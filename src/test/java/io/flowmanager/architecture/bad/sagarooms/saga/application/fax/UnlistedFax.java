// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.sagarooms.saga.application.fax;

/** A class of a room that has no place in the order. */
public final class UnlistedFax {}
