// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

/**
 * All the state that a guest has: its memory, zeros below {@code address}, and its stack pointer.
 * The bytes are never written after the snapshot is taken.
 */
record Snapshot(int address, byte[] bytes, long stackPointer) {}
