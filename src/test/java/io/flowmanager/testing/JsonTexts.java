// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing;

import io.flowmanager.platform.json.JsonText;
import jakarta.json.JsonObject;

/** JSON in tests, written as text. */
public final class JsonTexts {

  private JsonTexts() {}

  public static JsonObject object(String json) {
    return JsonText.parse(json).asJsonObject();
  }
}
