// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.launcher;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.data.ApplicationDescriptor;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Whether the applications of a booted server run: Payara stays up without those that failed. */
record DeploymentCheck(Collection<String> deployed, Collection<String> running) {

  static DeploymentCheck of(PayaraMicroRuntime runtime) {
    List<String> running =
        runtime.getLocalDescriptor().getDeployedApplications().stream()
            .map(ApplicationDescriptor::getName)
            .toList();
    return new DeploymentCheck(runtime.getDeployedApplicationNames(), running);
  }

  /** A sentence for the operator; empty when all is well. */
  Optional<String> fault() {
    if (!running.isEmpty() && running.containsAll(deployed)) {
      return Optional.empty();
    }
    return Optional.of(sentence());
  }

  static String sentence() {
    return "Flow Manager did not start: "
        + StartupFaults.firstMessage().orElse("the log above says why.");
  }
}
