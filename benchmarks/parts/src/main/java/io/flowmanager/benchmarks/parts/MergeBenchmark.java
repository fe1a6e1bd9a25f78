// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.parts;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.HookedMerge;
import io.flowmanager.saga.domain.DeepMerge;
import io.flowmanager.saga.domain.FirstLevelMerge;
import io.flowmanager.saga.domain.MergeCustomizer;
import io.flowmanager.saga.domain.MetadataMerge;
import jakarta.json.JsonObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A payload of eight values becomes part of metadata. */
@State(Scope.Benchmark)
public class MergeBenchmark {

  private static final String HOOK =
      """
      export default (old, added, key) =>
        key === "captured" ? Boolean(old) || added : undefined;
      """;

  @Param({"1", "10", "100"})
  private int kilobytes;

  private final MetadataMerge shallow = new FirstLevelMerge(JsonText.builders());
  private final MetadataMerge deep =
      new DeepMerge(JsonText.values(), JsonText.builders(), MergeCustomizer.NONE);
  private final JsonObject payload = Metadata.payload();
  private MetadataMerge hooked;
  private JsonObject metadata;

  @Setup
  public void prepare() {
    metadata = Metadata.ofKilobytes(kilobytes);
    hooked = new HookedMerge(Hooks.compile(HOOK), "/hook");
  }

  /** The first level. */
  @Benchmark
  public JsonObject shallow() {
    return shallow.merge(metadata, payload);
  }

  /** All levels. */
  @Benchmark
  public JsonObject deep() {
    return deep.merge(metadata, payload);
  }

  /** All levels, and a hook that is asked for each of ten keys. */
  @Benchmark
  public JsonObject hooked() {
    return hooked.merge(metadata, payload);
  }
}
