// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * What went wrong, in the words of RFC 9457, without any idea of who asks. Depends on nothing of
 * ours.
 */
package io.flowmanager.platform.problem;
