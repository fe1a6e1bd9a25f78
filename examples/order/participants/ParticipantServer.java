// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package order.participants;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A participant at work: it takes commands until it is closed. */
final class ParticipantServer implements AutoCloseable {

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Participant participant;
  private final Inbox inbox;
  private final HttpServer http;

  private ParticipantServer(Participant participant, Inbox inbox, HttpServer http) {
    this.participant = participant;
    this.inbox = inbox;
    this.http = http;
  }

  static ParticipantServer start(Participant participant, Settings settings, Consumer<String> lines)
      throws IOException {
    Log log = new Log(participant.name(), lines);
    HttpServer http =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), participant.port()), 0);
    Inbox inbox = Inbox.in(settings.data().resolve(participant.name() + ".jsonl"));
    EventSender sender = new HttpEventSender(settings.flowManager(), settings.firstPause(), log);
    Worker worker = new Worker(participant, inbox, sender, settings.work(), log);
    ParticipantServer server = new ParticipantServer(participant, inbox, http);
    worker.resume();
    server.open(new CommandEndpoint(worker));
    return server;
  }

  /** Where commands go to. */
  URI address() {
    return URI.create("http://localhost:" + http.getAddress().getPort() + participant.path());
  }

  @Override
  public void close() throws IOException {
    http.stop(0);
    threads.shutdownNow();
    inbox.close();
  }

  private void open(CommandEndpoint endpoint) {
    http.createContext(participant.path(), endpoint);
    http.setExecutor(threads);
    http.start();
  }
}
