// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads secrets from files, and reads them again when a file has changed, so that secrets can be
 * rotated without a restart. Thread-safe. Messages never contain a secret.
 */
public final class SecretFiles {

  private static final Duration TRUSTED = Duration.ofSeconds(1);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Map<String, Secret> cache = new ConcurrentHashMap<>();
  private final Clock clock;

  /** Attributes of a file. */
  private record Look(FileTime modified, long size, Object identity) {

    static Look at(Path file) throws IOException {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Look(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    }
  }

  private record Secret(String text, Look look, Instant readAt) {

    boolean isFresh(Look now, Instant time) {
      return look.equals(now) && !time.isBefore(readAt) && time.isBefore(readAt.plus(TRUSTED));
    }

    @Override
    public String toString() {
      return "Secret[***]";
    }
  }

  public SecretFiles() {
    this(Clock.systemUTC());
  }

  SecretFiles(Clock clock) {
    this.clock = clock;
  }

  /**
   * The content of the file as UTF-8, without a leading byte order mark and one trailing newline. A
   * file whose time, size or identity has changed is read at once; any other is read again once a
   * second, because it may have been replaced by one with the same attributes.
   *
   * @throws UncheckedIOException if the file is missing or cannot be read; the message names the
   *     file
   */
  public String read(String path) {
    try {
      Path file = Path.of(path);
      Look look = Look.at(file);
      Instant now = clock.instant();
      Secret known = cache.get(path);
      if (known != null && known.isFresh(look, now)) {
        return known.text();
      }
      String text = bare(Files.readString(file, StandardCharsets.UTF_8));
      cache.put(path, new Secret(text, look, now));
      return text;
    } catch (IOException e) {
      throw unreadable(path, e);
    } catch (InvalidPathException e) {
      throw unreadable(path, new IOException(e));
    }
  }

  private static UncheckedIOException unreadable(String path, IOException cause) {
    return new UncheckedIOException("The secret file " + path + " cannot be read.", cause);
  }

  private static String bare(String content) {
    String text = content.startsWith(BYTE_ORDER_MARK) ? content.substring(1) : content;
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
