// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.parts;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.json.UntrustedJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Metadata to text and back. */
@State(Scope.Benchmark)
public class JsonBenchmark {

  @Param({"1", "10", "100"})
  private int kilobytes;

  private final UntrustedJson untrusted = new UntrustedJson(100);
  private JsonObject metadata;
  private String text;
  private byte[] bytes;

  @Setup
  public void prepare() {
    metadata = Metadata.ofKilobytes(kilobytes);
    text = JsonText.write(metadata);
    bytes = JsonText.bytes(metadata);
  }

  /** As the store reads it. */
  @Benchmark
  public JsonValue parse() {
    return JsonText.parse(text);
  }

  /** As a stranger sent it. */
  @Benchmark
  public JsonValue parseUntrusted() {
    return untrusted.parse(bytes);
  }

  /** As the store writes it. */
  @Benchmark
  public String write() {
    return JsonText.write(metadata);
  }

  /** As it is sent. */
  @Benchmark
  public byte[] bytes() {
    return JsonText.bytes(metadata);
  }
}
