// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.readerrooms.saga.domain.flow.document;

import io.flowmanager.architecture.bad.readerrooms.saga.domain.flow.reader.Reader;

/** A document that knows its reader. */
public record ReadingNode(Reader reader) {}
