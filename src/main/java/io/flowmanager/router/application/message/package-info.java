// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Messages from a broker that are handled like HTTP calls: their order by saga, retries, and the
 * quarantine of those that still fail. Depends on {@code route} and {@code call}.
 */
package io.flowmanager.router.application.message;
