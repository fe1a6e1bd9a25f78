// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.adapter.script.QuickJsScripts;
import io.flowmanager.saga.adapter.script.ScriptLimits;
import io.flowmanager.saga.application.script.Scripts;
import io.flowmanager.saga.domain.PayloadCheck;
import java.time.Clock;
import java.time.Duration;

/** Schemas and scripts for tests, with the limits that a server has by default. */
final class TrySchemas {

  static final Scripts SCRIPTS = new QuickJsScripts(ScriptLimits.DEFAULT, 2, Clock.systemUTC());

  private TrySchemas() {}

  static PayloadCheck compile(String schema) {
    return new NetworkntPayloadSchemas(SCRIPTS, Duration.ofMillis(250))
        .compile(JsonText.parse(schema).asJsonObject());
  }
}
