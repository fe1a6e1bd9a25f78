// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Shared by all HTTP endpoints: the table of endpoints and the two ways to them (decision 0042),
 * bodies with a limit, answers in JSON, errors as problem+json (RFC 9457).
 */
package io.flowmanager.platform.rest;
