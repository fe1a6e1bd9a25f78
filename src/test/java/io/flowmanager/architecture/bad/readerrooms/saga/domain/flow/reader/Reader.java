// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.readerrooms.saga.domain.flow.reader;

/** What a document must not know. */
public final class Reader {}
