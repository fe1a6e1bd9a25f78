// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** What the router counts, in Micrometer. */
package io.flowmanager.router.adapter.metrics;
