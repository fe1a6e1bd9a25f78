// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.platform.json.JsonDocument;
import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.platform.secret.SecretFiles;
import io.flowmanager.saga.domain.flow.ConfigValue;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Loads the Kafka file; errors become faults of the settings, warnings are logged. */
record KafkaFile(CheckedSettings faults, SecretFiles secrets) {

  static final String SETTING = "KAFKA_CONFIGURATION_FILE_PATH";

  private static final Logger LOG = System.getLogger("io.flowmanager.router");
  private static final UntrustedJson JSON = new UntrustedJson(500);

  /** Empty, with a fault, when there is none that can be used. */
  Optional<KafkaPlan> read() {
    Optional<String> file = faults.text(SETTING);
    if (file.isEmpty()) {
      faults.fault(
          "The setting " + SETTING + " is missing; with MODE=KAFKA it is needed: the broker file.");
    }
    return file.flatMap(this::read);
  }

  private Optional<KafkaPlan> read(String file) {
    try {
      return plan(file, Files.readAllBytes(Path.of(file)));
    } catch (IOException e) {
      faults.fault(
          SETTING, file, "the file cannot be read; does it exist, and may this process read it?");
    } catch (JsonSyntaxException e) {
      faults.fault("The Kafka file " + file + ": " + e.getMessage());
    }
    return Optional.empty();
  }

  private Optional<KafkaPlan> plan(String file, byte[] content) {
    var members = new FileMembers();
    var reader = new KafkaFileReader(members, this::text);
    JsonDocument document = JSON.read(content);
    document
        .repeatedKeys()
        .forEach(
            pointer ->
                members.fault(pointer, "occurs more than once in its object; only one can count"));
    KafkaPlan plan = reader.read(document.value());
    if (members.isSound()) {
      reader.checkLogin(plan);
    }
    members.faults().forEach(fault -> faults.fault(file + " " + fault));
    members.warnings().forEach(warning -> LOG.log(Level.WARNING, "{0}: {1}", file, warning));
    return members.isSound() ? Optional.of(plan) : Optional.empty();
  }

  private String text(ConfigValue value) {
    return value instanceof ConfigValue.Plain plain
        ? plain.text()
        : secrets.read(((ConfigValue.SecretFile) value).path());
  }
}
