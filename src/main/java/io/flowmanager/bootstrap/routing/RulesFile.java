// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.routing;

import io.flowmanager.platform.config.CheckedSettings;
import io.flowmanager.platform.json.JsonDocument;
import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.router.domain.RuleSet;
import io.flowmanager.router.domain.RulesReader;
import io.flowmanager.router.domain.RulesReading;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Loads the rules file; errors become faults of the settings, warnings are logged. */
final class RulesFile {

  private static final Logger LOG = System.getLogger("io.flowmanager.router");
  private static final UntrustedJson JSON = new UntrustedJson(500);

  private final CheckedSettings faults;
  private final Predicate<String> isHosted;

  RulesFile(CheckedSettings faults, Predicate<String> isHosted) {
    this.faults = faults;
    this.isHosted = isHosted;
  }

  RuleSet read(String file) {
    try {
      JsonDocument document = JSON.read(Files.readAllBytes(Path.of(file)));
      RulesReading reading =
          new RulesReader(isHosted).read(document.value(), document.repeatedKeys());
      reading.errors().forEach(error -> faults.fault(file + " " + error));
      reading.warnings().forEach(warning -> LOG.log(Level.WARNING, "{0}: {1}", file, warning));
      return reading.rules();
    } catch (IOException e) {
      faults.fault(
          RouterSettingsReader.RULES_FILE,
          file,
          "the file cannot be read; does it exist, and may this process read it?");
    } catch (JsonSyntaxException e) {
      faults.fault("The rules file " + file + ": " + e.getMessage());
    }
    return RuleSet.NONE;
  }
}
