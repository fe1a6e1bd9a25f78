// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Opens what a flow's channels stand for: their sending and their reading sides. Knows {@code
 * flows} and {@code config}.
 */
package io.flowmanager.bootstrap.channels;
