// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.modelling.saga.adapter.script;

import org.eclipse.emf.common.util.BasicEList;

/** Knows org.eclipse.emf, which is fenced off from scripts. */
public final class ModelScript {

  Object list() {
    return new BasicEList<String>();
  }
}
