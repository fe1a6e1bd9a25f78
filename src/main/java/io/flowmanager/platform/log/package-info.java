// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Protects logs from untrusted text and from floods of messages: at most one message of a kind is
 * logged each second. Depends on no other room.
 */
package io.flowmanager.platform.log;
