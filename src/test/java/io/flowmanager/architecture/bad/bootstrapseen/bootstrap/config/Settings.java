// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.bootstrapseen.bootstrap.config;

public record Settings(int limit) {}
