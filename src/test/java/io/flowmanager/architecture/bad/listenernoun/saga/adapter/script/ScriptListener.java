// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.listenernoun.saga.adapter.script;

/** Promises messages from outside and stands where none arrive. */
public class ScriptListener {}
