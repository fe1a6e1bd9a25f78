// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Annotations with which classes become beans and say which bean they need. Knows no other room.
 */
package io.flowmanager.platform.inject;
