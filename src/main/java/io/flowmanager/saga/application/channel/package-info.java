// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The port that commands leave by, its values, and the open channels of all flows. Knows no other
 * room.
 */
package io.flowmanager.saga.application.channel;
