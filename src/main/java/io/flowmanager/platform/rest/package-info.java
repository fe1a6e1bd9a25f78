// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What all HTTP endpoints share: the table of operations and the two ways to those with a body
 * (decision 0042), bodies with a limit, answers in JSON, errors as problem+json (RFC 9457).
 */
package io.flowmanager.platform.rest;
