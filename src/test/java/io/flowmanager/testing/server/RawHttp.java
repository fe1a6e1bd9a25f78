// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection over which anything can be sent, be it HTTP or not. */
public final class RawHttp implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 30_000;
  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

  private final Socket socket;

  private RawHttp(Socket socket) {
    this.socket = socket;
  }

  /** What came back, as text; empty when the connection was closed without a word. */
  public record Answer(String head, String body) {

    public int status() {
      Matcher status = STATUS.matcher(head);
      return status.lookingAt() ? Integer.parseInt(status.group(1)) : 0;
    }

    public String header(String name) {
      Matcher header =
          Pattern.compile("(?i)\r\n" + Pattern.quote(name) + ": *([^\r]*)").matcher(head);
      return header.find() ? header.group(1) : "";
    }
  }

  public static RawHttp to(int port) {
    try {
      var socket = new Socket("localhost", port);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return new RawHttp(socket);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Sends the text on a connection of its own and waits for the answer. */
  public static Answer ask(int port, String text) {
    try (RawHttp connection = to(port)) {
      return connection.send(text).answer();
    }
  }

  /** Sends each character as one byte. */
  public RawHttp send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /**
   * The next answer, whose length must be told by Content-Length or by the end of the connection.
   */
  public Answer answer() {
    try {
      String head = head(socket.getInputStream());
      Matcher length = LENGTH.matcher(head);
      byte[] body =
          length.find()
              ? socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)))
              : new byte[0];
      return new Answer(head, new String(body, StandardCharsets.UTF_8));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Whether the other side has broken the connection off, found out by sending a byte. */
  public boolean isCutOff() {
    try {
      socket.getOutputStream().write('\n');
      return false;
    } catch (IOException brokenOff) {
      return true;
    }
  }

  private static String head(InputStream stream) throws IOException {
    var head = new ByteArrayOutputStream();
    int next = stream.read();
    while (next >= 0) {
      head.write(next);
      if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith(END_OF_HEAD)) {
        break;
      }
      next = stream.read();
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
