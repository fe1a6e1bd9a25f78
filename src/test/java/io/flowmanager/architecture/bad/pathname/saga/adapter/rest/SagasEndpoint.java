// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.pathname.saga.adapter.rest;

import jakarta.ws.rs.Path;

/** An address under another name. */
@Path("sagas")
public class SagasEndpoint {}
