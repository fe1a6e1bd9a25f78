// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The port that sends commands, its values, and the open channels of all flows. Depends on no other
 * room.
 */
package io.flowmanager.saga.application.channel;
