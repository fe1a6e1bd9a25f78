// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What all HTTP doors share: bodies with a limit, answers in JSON, errors as problem+json (RFC
 * 9457).
 */
package io.flowmanager.platform.rest;
