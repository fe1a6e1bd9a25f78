// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Reads the channels of a flow file, and the addresses and texts that other sections share with
 * them.
 */
package io.flowmanager.saga.domain.flow.reader.channel;
