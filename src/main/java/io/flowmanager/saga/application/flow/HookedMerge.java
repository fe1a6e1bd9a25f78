// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.flow;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.script.Script;
import io.flowmanager.saga.application.script.ScriptFailedException;
import io.flowmanager.saga.application.script.ScriptRun;
import io.flowmanager.saga.application.store.StoreUnavailableException;
import io.flowmanager.saga.domain.DeepMerge;
import io.flowmanager.saga.domain.MergeCustomizer;
import io.flowmanager.saga.domain.MergeFailedException;
import io.flowmanager.saga.domain.MetadataMerge;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A deep merge with a hook as its customizer: one run of the script for each merge. The hook gets
 * copies, so only what it returns has an effect. The script runs on the thread that handles the
 * batch: a lane's thread, or the caller's when its lane is idle.
 *
 * @param pointer JSON pointer of the hook in its flow file, for error messages
 */
public record HookedMerge(Script script, String pointer) implements MetadataMerge {

  /**
   * {@inheritDoc}
   *
   * @throws MergeFailedException if the hook fails; the message names the hook
   * @throws StoreUnavailableException if the server shuts down meanwhile
   */
  @Override
  public JsonObject merge(JsonObject metadata, JsonObject payload) {
    try (ScriptRun run = script.open()) {
      MergeCustomizer customizer = (old, added, place) -> run.call(arguments(old, added, place));
      return new DeepMerge(JsonText.values(), JsonText.builders(), customizer)
          .merge(metadata, payload);
    } catch (ScriptFailedException e) {
      if (e.reason() == ScriptFailedException.Reason.INTERRUPTED) {
        throw new StoreUnavailableException("The server is shutting down.", e);
      }
      throw new MergeFailedException(pointer, e.getMessage(), e);
    }
  }

  private static List<Optional<JsonValue>> arguments(
      Optional<JsonValue> old, Optional<JsonValue> added, Supplier<MergeCustomizer.Place> where) {
    MergeCustomizer.Place place = where.get();
    JsonString key = JsonText.values().createValue(place.key());
    return List.of(
        old, added, Optional.of(key), Optional.of(place.object()), Optional.of(place.source()));
  }
}
