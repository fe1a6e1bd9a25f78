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
      faults.addAll(faults(pointer, flow.channels().get(i)));
    }
    return faults;
  }

  private List<FlowFault> faults(String pointer, ChannelDefinition channel) {
    return channel.fold(
        rest -> unreadable(pointer + "/headers/", rest.endpoint().headers()),
        kafka -> new KafkaChecks(this::text, secretsAreRead).faults(pointer, kafka),
        jms -> new JmsChecks(this::text).faults(pointer, jms));
  }

  private List<FlowFault> unreadable(String pointer, Map<String, ConfigValue> headers) {
    var faults = new ArrayList<FlowFault>();
    headers.forEach(
        (name, value) -> {
          try {
            text(value);
          } catch (UncheckedIOException e) {
            faults.add(new FlowFault(pointer + name, e.getMessage()));
          }
        });
    return faults;
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
