// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** The HTTP interface of the router (contract of the router, "Endpoints"). */
package io.flowmanager.router.adapter.rest;
