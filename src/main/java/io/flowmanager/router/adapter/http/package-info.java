// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * HTTP clients of the router: for flow managers, CRUD services that store sagas, and the external
 * service. They share one package because they share the evaluation of replies.
 */
package io.flowmanager.router.adapter.http;
