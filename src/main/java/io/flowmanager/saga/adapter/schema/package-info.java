// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** JSON Schema for payloads, by the networknt validator. The only package that sees it. */
package io.flowmanager.saga.adapter.schema;
