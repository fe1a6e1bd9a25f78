// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Runs the JavaScript of flow files on QuickJS, which is WebAssembly compiled to Java bytecode. A
 * script can reach nothing but its own linear memory, and the host sees every access to it: that is
 * where time and memory are bounded, without a thread that watches.
 */
package io.flowmanager.saga.adapter.script;
