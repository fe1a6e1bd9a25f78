// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.payara.saga.adapter.script;

import fish.payara.micro.PayaraMicro;

/** Knows fish.payara, which is fenced off from scripts. */
public final class PayaraScript {

  void stop(PayaraMicro server) {
    server.getInstanceName();
  }
}
