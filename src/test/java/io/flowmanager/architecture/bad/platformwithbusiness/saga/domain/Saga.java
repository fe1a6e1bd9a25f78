// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.platformwithbusiness.saga.domain;

public record Saga(String id) {}
