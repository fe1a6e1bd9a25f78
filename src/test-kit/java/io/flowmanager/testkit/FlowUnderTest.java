// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testkit;

import io.flowmanager.platform.json.JsonSyntaxException;
import io.flowmanager.saga.adapter.schema.NetworkntPayloadSchemas;
import io.flowmanager.saga.adapter.script.QuickJsScripts;
import io.flowmanager.saga.adapter.script.ScriptLimits;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.application.flow.FlowCompiler;
import io.flowmanager.saga.application.flow.FlowContent;
import io.flowmanager.saga.application.flow.FlowExaminer;
import io.flowmanager.saga.application.flow.FlowFactory;
import io.flowmanager.saga.application.script.Scripts;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.saga.domain.lint.FlowLinter;
import io.flowmanager.saga.domain.lint.LintReport;
import io.flowmanager.saga.domain.lint.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A flow file, read and checked as a server does it, with its payload schemas and hooks made ready.
 * Reading takes longer than a test, so tests share one. Immutable; safe for use by many threads.
 *
 * <p>What only a server can check is not checked: secret files, broker addresses and logins. The
 * command {@code lint} checks them.
 */
public final class FlowUnderTest {

  private static final Duration OF_ONE_CHECK = Duration.ofMillis(250);
  private static final HookClock HOOK_CLOCK = new HookClock();
  private static final Scripts SCRIPTS =
      new QuickJsScripts(
          ScriptLimits.DEFAULT, Runtime.getRuntime().availableProcessors(), HOOK_CLOCK);
  private static final FlowCompiler COMPILER =
      new FlowCompiler(SCRIPTS, new NetworkntPayloadSchemas(SCRIPTS, OF_ONE_CHECK));
  private static final FlowFactory FACTORY =
      new FlowFactory(new FlowExaminer(flow -> List.of(), () -> COMPILER), "");

  private final Flow flow;

  private FlowUnderTest(Flow flow) {
    this.flow = flow;
  }

  /**
   * Reads the file; the flow has the file's name, without {@code .json}.
   *
   * @throws InvalidFlowError with all faults, when a server would refuse the file
   * @throws UncheckedIOException when there is no such file
   */
  public static FlowUnderTest read(Path file) {
    try {
      return parse(FlowName.textOf(file), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The flow file " + file.toAbsolutePath() + " cannot be read.", e);
    }
  }

  /**
   * The flow of that name with that content.
   *
   * @throws InvalidFlowError with all faults, when a server would refuse it
   */
  public static FlowUnderTest parse(String name, String json) {
    return parse(name, json.getBytes(StandardCharsets.UTF_8));
  }

  private static FlowUnderTest parse(String name, byte[] bytes) {
    List<String> faults = new ArrayList<>();
    Optional<Flow> flow = flow(name, bytes, faults);
    if (flow.isEmpty() || !faults.isEmpty()) {
      throw new InvalidFlowError(name, faults);
    }
    return new FlowUnderTest(flow.get());
  }

  private static Optional<Flow> flow(String name, byte[] bytes, List<String> faults) {
    try {
      var flowName = new FlowName(name);
      Optional<FlowContent> content = FlowContent.read(bytes);
      if (content.isEmpty()) {
        faults.add("(document): does not contain a JSON object");
      }
      return content.flatMap(
          c -> FACTORY.make(flowName, c, lint(c), fault -> faults.add(fault.toString())));
    } catch (JsonSyntaxException | IllegalArgumentException e) {
      faults.add(e.getMessage());
      return Optional.empty();
    }
  }

  private static LintReport lint(FlowContent content) {
    return new FlowLinter().lint(content.reading());
  }

  /** The name of the flow. */
  public String name() {
    return flow.name().value();
  }

  /** What the linter says of the flow, one line for each finding; empty when it finds nothing. */
  public List<String> findings() {
    return flow.findings().findings().stream().map(Finding::toString).toList();
  }

  /**
   * Asserts that the linter finds nothing.
   *
   * @return this flow
   */
  public FlowUnderTest hasNoFindings() {
    if (!findings().isEmpty()) {
      throw new AssertionError(
          "The linter says of the flow " + name() + ":\n  " + String.join("\n  ", findings()));
    }
    return this;
  }

  Flow flow() {
    return flow;
  }

  /** The clock of the hooks of all flows. */
  static HookClock hookClock() {
    return HOOK_CLOCK;
  }
}
