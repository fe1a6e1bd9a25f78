// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Whom the router calls by HTTP: flow managers, CRUD services that hold sagas, the external
 * service. They are one package because they share how a reply is judged.
 */
package io.flowmanager.router.adapter.http;
