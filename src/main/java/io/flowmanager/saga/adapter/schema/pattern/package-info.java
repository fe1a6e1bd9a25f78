// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Regular expressions of ECMA-262, read and translated into those of RE2/J, which match in linear
 * time. What has no translation is left to a JavaScript engine.
 */
package io.flowmanager.saga.adapter.schema.pattern;
