// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.locator.bootstrap.lifecycle;

import jakarta.enterprise.inject.Instance;

/** Looks up whatever it happens to need. */
public record SearchingStart(Instance<Object> parts) {

  Runnable work() {
    return parts.select(Runnable.class).get();
  }
}
