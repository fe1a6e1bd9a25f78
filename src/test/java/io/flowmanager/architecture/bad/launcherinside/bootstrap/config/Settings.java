// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.launcherinside.bootstrap.config;

public record Settings(int limit) {}
