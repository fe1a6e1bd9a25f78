// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Annotations that make classes beans, or select the bean to inject. Depends on no other room. */
package io.flowmanager.platform.inject;
