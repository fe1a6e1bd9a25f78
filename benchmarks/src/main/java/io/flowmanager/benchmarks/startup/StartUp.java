// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.startup;

import io.flowmanager.benchmarks.systems.BareWar;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/**
 * Starts the bare server, the bare server with the least application that uses CDI and JPA, and
 * Flow Manager in turn, and prints a JSON line for each start and one for each difference of the
 * medians. The first round, which fills the file cache and makes Flow Manager's tables, does not
 * count. Argument: how many rounds do, 5 if absent.
 */
public final class StartUp {

  private static final String CDI_AND_JPA = "bare with CDI and JPA";
  private static final String NOTES = "io.flowmanager.benchmarks.startup.cdi";
  private static final String BARE = "io.flowmanager.benchmarks.startup.bare";
  private static final String DEFAULT_ROUNDS = "5";
  private static final int REST_SECONDS = 6;

  private final List<Observation> observations = new ArrayList<>();

  private StartUp() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rounds = Integer.parseInt(arguments.length > 0 ? arguments[0] : DEFAULT_ROUNDS);
    Path folder = Files.createTempDirectory("flow-manager-start-up");
    try {
      Path bare = BareWar.packInto(folder, BARE, List.of("BareApplication", "BareResource"));
      var candidates =
          List.of(
              Candidate.bare("bare", bare),
              Candidate.bare(CDI_AND_JPA, notes(folder)),
              Candidate.flowManager());
      new StartUp().run(candidates, rounds, folder);
    } finally {
      Folders.delete(folder);
    }
  }

  private static Path notes(Path folder) throws IOException {
    return BareWar.packInto(
        folder,
        NOTES,
        List.of("NotesApplication", "NotesResource", "Note"),
        Map.of(
            "WEB-INF/beans.xml",
            "<beans xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"4.0\""
                + " bean-discovery-mode=\"annotated\"/>",
            "WEB-INF/classes/META-INF/persistence.xml",
            "<persistence xmlns=\"https://jakarta.ee/xml/ns/persistence\" version=\"3.0\">"
                + "<persistence-unit name=\"notes\" transaction-type=\"JTA\"><properties><property"
                + " name=\"jakarta.persistence.schema-generation.database.action\" value=\"create\"/>"
                + "</properties></persistence-unit></persistence>"));
  }

  private void run(List<Candidate> candidates, int rounds, Path folder)
      throws IOException, InterruptedException {
    for (int round = 0; round <= rounds; round++) {
      for (Candidate candidate : candidates) {
        Observation observation = observe(candidate, round, folder.resolve(candidate.name()));
        System.out.println(observation.toJson());
        observations.add(observation);
      }
    }
    System.out.println(difference(CDI_AND_JPA));
    System.out.println(difference("flow-manager"));
  }

  private static Observation observe(Candidate candidate, int round, Path folder)
      throws IOException, InterruptedException {
    int port = StartedServer.freePort();
    try (var server = StartedServer.start(candidate, folder, port)) {
      var effort =
          server.awaitAnswer(URI.create("http://localhost:" + port + candidate.readyPath()));
      server.process().waitFor(REST_SECONDS, TimeUnit.SECONDS);
      var footprint = Footprint.of(server.process());
      return new Observation(
          round,
          candidate.name(),
          effort.elapsed().toMillis(),
          effort.processor().toMillis(),
          footprint);
    }
  }

  private String difference(String system) {
    return String.format(
        Locale.ROOT,
        "{\"workload\":\"start-up\",\"system\":\"%s above bare\",\"readyMillis\":%.0f,"
            + "\"processorMillis\":%.0f,\"liveHeapMegabytes\":%.1f}",
        system,
        above(system, Observation::readyMillis),
        above(system, Observation::processorMillis),
        above(system, Observation::liveHeapMegabytes));
  }

  private double above(String system, ToDoubleFunction<Observation> figure) {
    return median(system, figure) - median("bare", figure);
  }

  private double median(String system, ToDoubleFunction<Observation> figure) {
    double[] sorted =
        observations.stream()
            .filter(each -> each.round() > 0 && each.system().equals(system))
            .mapToDouble(figure)
            .sorted()
            .toArray();
    return sorted[sorted.length / 2];
  }
}
