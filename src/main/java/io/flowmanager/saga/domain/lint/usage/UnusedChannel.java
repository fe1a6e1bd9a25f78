// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.usage;

import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.Spelling;
import io.flowmanager.saga.domain.lint.finding.Finding;
import io.flowmanager.saga.domain.lint.finding.FindingCode;
import io.flowmanager.saga.domain.lint.finding.LintedFlow;
import io.flowmanager.saga.domain.lint.finding.Pointers;
import io.flowmanager.saga.domain.lint.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * A channel without commands and events. A REST channel without commands counts as used if the
 * answers to commands sent through a broker cannot arrive in any other way: it represents the
 * participants that post them.
 */
public final class UnusedChannel implements Rule {

  @Override
  public List<Finding> check(LintedFlow flow) {
    ChannelUse use = new ChannelUse(flow);
    boolean restTakesAnswers = use.someBrokerSends() && !use.someReceives();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < flow.definition().channels().size(); i++) {
      ChannelDefinition channel = flow.definition().channels().get(i);
      boolean takesAnswers = restTakesAnswers && ChannelUse.isRest(channel);
      if (!use.sends(channel) && !ChannelUse.receives(channel) && !takesAnswers) {
        findings.add(finding(i, channel));
      }
    }
    return findings;
  }

  private static Finding finding(int number, ChannelDefinition channel) {
    String message =
        "No command leaves by the channel "
            + Spelling.quote(channel.id())
            + " and no event comes in by it. Send a command by it, or remove it.";
    return new Finding(FindingCode.UNUSED_CHANNEL, Pointers.channel(number), message, List.of());
  }
}
