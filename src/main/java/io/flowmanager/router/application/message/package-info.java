// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Messages of a broker that are calls: their order by saga, further tries, and the quarantine of
 * those that still fail. Knows {@code route} and {@code call}.
 */
package io.flowmanager.router.application.message;
