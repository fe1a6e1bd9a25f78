// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Opens the channels of flows: their outgoing and their incoming sides. Depends on {@code flows}
 * and {@code config}.
 */
package io.flowmanager.bootstrap.channels;
