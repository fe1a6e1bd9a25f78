// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.parts;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.router.domain.ArrayMergeMode;
import io.flowmanager.router.domain.MetadataUpsert;
import jakarta.json.JsonObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A kilobyte of metadata, of which half is known, goes onto others. */
@State(Scope.Benchmark)
public class UpsertBenchmark {

  @Param private ArrayMergeMode arrays;

  @Param({"1", "10"})
  private int kilobytes;

  private MetadataUpsert upsert;
  private JsonObject old;
  private JsonObject incoming;

  @Setup
  public void prepare() {
    upsert = new MetadataUpsert(arrays, JsonText.builders());
    old = Metadata.ofKilobytes(kilobytes);
    incoming =
        JsonText.builders()
            .createObjectBuilder(Metadata.ofKilobytes(1))
            .add("payment", Metadata.payload().get("payment"))
            .build();
  }

  /** What is sent on to the sub flow. */
  @Benchmark
  public JsonObject changes() {
    return upsert.changes(old, incoming);
  }
}
