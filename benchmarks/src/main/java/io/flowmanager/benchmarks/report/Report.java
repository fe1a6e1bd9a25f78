// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.report;

import io.flowmanager.benchmarks.results.Goal;
import io.flowmanager.benchmarks.results.Goals;
import io.flowmanager.benchmarks.results.Lines;
import io.flowmanager.benchmarks.results.Results;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the page of a run beside its results. */
public final class Report {

  private static final String ENVIRONMENT = "environment";

  private Report() {}

  /** Answers where the page is. */
  public static Path write(Results results) throws IOException {
    var lines = new Lines(results.lines().stream().filter(Goal::isNone).toList());
    Path page = Path.of(results.file().toString().replaceFirst("\\.jsonl$", ".html"));
    return Files.writeString(page, html(lines));
  }

  private static String html(Lines all) throws IOException {
    Lines environment = all.where(Lines.WORKLOAD, ENVIRONMENT);
    var lines = all.without(Lines.WORKLOAD, ENVIRONMENT);
    var page = new Page();
    page.section("Goals", "Each from the medians of this run.", GoalTable.of(Goals.of(lines)));
    addRest(page, new Plots(lines));
    addOthers(page, new Plots(lines));
    page.section(
        "All measurements", "Medians of the rounds. CPU in ms per saga.", AllLines.of(lines));
    return page.html("Flow Manager: benchmarks", subtitle(environment));
  }

  private static void addRest(Page page, Plots plots) {
    page.section(
        "Beside others",
        """
        The same order at other engines, 64 connections. They were measured on another day, so
        everything is shown as a multiple of what a lean JAX-RS resource that keeps nothing did in
        the same run.""",
        plots.peers());
    page.section(
        "rest-order",
        """
        A start and four events over REST, history kept, no commands. bare-…: the same server with
        a resource that keeps nothing. floor-…: the least SQL that keeps the same facts, 1 or 50
        steps in a transaction, no HTTP.""",
        plots.restOrder());
    page.section(
        "Other workloads over REST",
        """
        With commands to a participant; with a read after each write; through a router with two
        sagas for each order; and at a constant rate, latencies counted from the planned moment.""",
        plots.workloads());
  }

  private static void addOthers(Page page, Plots plots) {
    page.section(
        "kafka-order",
        "Events over Kafka, the broker on the same machine; orders over REST beside it.",
        plots.kafka());
    page.section(
        "Scale",
        "Nodes on the same machine and one database: what sharing the work costs.",
        plots.scale());
    page.section(
        "Growth", "At one fixed rate: much of something against little of it.", plots.growth());
  }

  private static String subtitle(Lines environment) {
    if (environment.all().isEmpty()) {
      return "";
    }
    JsonObject line = environment.all().get(0);
    return """
        %s, %s processors, JDK %s, PostgreSQL %s with fsync=%s and synchronous_commit=%s.
        Load, server and database share the machine: compare ratios."""
        .formatted(
            Lines.text(line, "time"),
            Lines.text(line, "processors"),
            Lines.text(line, "jdk"),
            Lines.text(line, "server_version"),
            Lines.text(line, "fsync"),
            Lines.text(line, "synchronous_commit"));
  }

  /**
   * Writes the page of earlier results anew.
   *
   * @param args their file
   */
  public static void main(String[] args) throws IOException {
    System.out.println("Report: " + write(Results.read(Path.of(args[0]))));
  }
}
