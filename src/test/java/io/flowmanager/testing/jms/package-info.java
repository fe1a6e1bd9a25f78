// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** A real message broker for tests, and somebody who sends to it and reads from it. */
package io.flowmanager.testing.jms;
