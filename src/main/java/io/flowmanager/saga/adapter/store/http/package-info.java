// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Services that keep saga documents behind HTTP (contract, "persistencyManagement", rest and crud).
 * They are one package because they share how a service is called and how its answer is judged.
 */
package io.flowmanager.saga.adapter.store.http;
