// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Settings that are checked before anything uses them. Depends on MicroProfile Config and nothing
 * of ours.
 */
package io.flowmanager.platform.config;
