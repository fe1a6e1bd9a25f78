// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads secrets from files and reads them again when a file has changed, so that a secret can be
 * rotated under a running server. Safe for use by many threads. No message of it ever holds a
 * secret.
 */
public final class SecretFiles {

  private final Map<String, Secret> cache = new ConcurrentHashMap<>();

  private record Secret(String text, FileTime modified, long size) {
    @Override
    public String toString() {
      return "Secret[***]";
    }
  }

  /**
   * The content of the file as UTF-8, without one trailing newline.
   *
   * @throws UncheckedIOException when the file is missing or cannot be read; the message names the
   *     file
   */
  public String read(String path) {
    try {
      Path file = Path.of(path);
      FileTime modified = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      Secret known = cache.get(path);
      if (known != null && known.modified().equals(modified) && known.size() == size) {
        return known.text();
      }
      String text = withoutNewline(Files.readString(file, StandardCharsets.UTF_8));
      cache.put(path, new Secret(text, modified, size));
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

  private static String withoutNewline(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
