// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.flows;

import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.saga.domain.flow.ChannelDefinition;
import io.flowmanager.saga.domain.flow.ConfigValue;
import io.flowmanager.saga.domain.flow.FlowDefinition;
import io.flowmanager.saga.domain.flow.FlowFault;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Faults of a sound flow file that only this server on this machine can have.
 *
 * @param texts gives the text that stands in the flow file or in the file that it refers to
 * @param secretsAreRead whether files that the flow file refers to are opened
 */
public record FlowChecks(Function<ConfigValue, String> texts, boolean secretsAreRead) {

  public FlowChecks(SecretFiles secrets) {
    this(value -> text(value, secrets), true);
  }

  /** Opens no file; what only a file's content can show is passed over. */
  static FlowChecks withoutSecrets() {
    return new FlowChecks(
        value -> value instanceof ConfigValue.Plain plain ? plain.text() : "", false);
  }

  List<FlowFault> faults(FlowDefinition flow) {
    var faults = new ArrayList<FlowFault>();
    for (int i = 0; i < flow.channels().size(); i++) {
      String pointer = "/communicationProtocols/" + i + "/configurations";
      ChannelDefinition channel = flow.channels().get(i);
      if (channel instanceof ChannelDefinition.Rest rest) {
        rest.endpoint()
            .headers()
            .entrySet()
            .forEach(header -> readable(faults, pointer + "/headers/", header));
      } else if (channel instanceof ChannelDefinition.Jms jms) {
        faults.addAll(new JmsChecks(this::text).faults(pointer, jms));
      } else if (channel instanceof ChannelDefinition.Kafka kafka) {
        faults.addAll(new KafkaChecks(this::text, secretsAreRead).faults(pointer, kafka));
      }
    }
    return faults;
  }

  private void readable(
      List<FlowFault> faults, String pointer, Map.Entry<String, ConfigValue> header) {
    try {
      text(header.getValue());
    } catch (UncheckedIOException e) {
      faults.add(new FlowFault(pointer + header.getKey(), e.getMessage()));
    }
  }

  /** The text that stands in the flow file or in the file that it refers to. */
  public String text(ConfigValue value) {
    return texts.apply(value);
  }

  private static String text(ConfigValue value, SecretFiles secrets) {
    return value instanceof ConfigValue.Plain plain
        ? plain.text()
        : secrets.read(((ConfigValue.SecretFile) value).path());
  }
}
