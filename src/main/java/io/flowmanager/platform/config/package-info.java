// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Settings that are checked before they are used. Depends on MicroProfile Config and on no other
 * room.
 */
package io.flowmanager.platform.config;
