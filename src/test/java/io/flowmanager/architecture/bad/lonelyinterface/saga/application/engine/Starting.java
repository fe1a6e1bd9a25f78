// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.lonelyinterface.saga.application.engine;

/** An interface for the sake of one. */
public interface Starting {}
