// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** Orders from start to end (a start and four events), on so many connections, each order as fast as it is answered. */
record OrderLoad(String host, int port, int connections, Duration duration) {

  private static final List<String> EVENTS = List.of("paid", "prepared", "shipped", "delivered");
  static final String START =
      "{\"associatedEntityId\":\"order-4711\",\"metadata\":{\"customer\":\"c-1\",\"amount\":42.5,\"items\":[\"a\",\"b\"]}}";

  /**
   * What was seen.
   *
   * @param latencies of single requests, in microseconds
   */
  record Outcome(long requests, double seconds, Histogram latencies) {

    double perSecond() {
      return requests / seconds;
    }
  }

  Outcome run() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      long begin = System.nanoTime();
      long end = begin + duration.toNanos();
      List<Callable<Histogram>> clients =
          IntStream.range(0, connections).<Callable<Histogram>>mapToObj(i -> () -> client(end)).toList();
      var all = new Histogram(3);
      for (Future<Histogram> client : threads.invokeAll(clients)) {
        all.add(client.get());
      }
      return new Outcome(all.getTotalCount(), (System.nanoTime() - begin) / 1e9, all);
    } finally {
      threads.shutdownNow();
    }
  }

  private Histogram client(long end) throws IOException {
    var latencies = new Histogram(3);
    try (var connection = new HttpConnection(host, port)) {
      while (System.nanoTime() < end) {
        String saga = timed(latencies, connection, "/saga", START).split("\"")[3];
        for (String event : EVENTS) {
          timed(latencies, connection, "/event", envelope(saga, event));
        }
      }
    }
    return latencies;
  }

  private static String timed(Histogram latencies, HttpConnection connection, String path, String body)
      throws IOException {
    long begin = System.nanoTime();
    String answer = connection.post(path, body);
    latencies.recordValue((System.nanoTime() - begin) / 1000);
    return answer;
  }

  private static String envelope(String saga, String event) {
    return "{\"key\":\"" + saga + "\",\"value\":{\"messageLabel\":\"" + event
        + "\",\"messagePayload\":{\"" + event + "By\":\"participant-1\"}}}";
  }
}
