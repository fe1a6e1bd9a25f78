// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Problem details (RFC 9457), independent of HTTP libraries. Depends on no other room. */
package io.flowmanager.platform.problem;
