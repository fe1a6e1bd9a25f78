// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow;

/**
 * A piece of JavaScript in a flow file.
 *
 * @param pointer JSON pointer of the hook in its file, for messages
 * @param source the ES module's text, decoded
 */
public record Hook(String pointer, String source) {}
