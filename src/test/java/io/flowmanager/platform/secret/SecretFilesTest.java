// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flowmanager.testing.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretFilesTest {

  private static final Instant MODIFIED = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir private Path folder;
  private Path file;
  private final SettableClock clock = new SettableClock();
  private final SecretFiles secrets = new SecretFiles(clock);

  @BeforeEach
  void nameFile() {
    file = folder.resolve("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a|a", "a\\n|a", "a\\r\\n|a", "a\\n\\n|a\\n", "\\na|\\na", "\\n|''", "' a '|' a '"})
  void oneTrailingNewlineIsDropped(String content, String secret) throws IOException {
    write(unescape(content), MODIFIED);

    assertThat(secrets.read(file.toString())).isEqualTo(unescape(secret));
  }

  private static String unescape(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r");
  }

  @Test
  void changedSecretIsReadAnew() throws IOException {
    write("first", MODIFIED);
    assertThat(secrets.read(file.toString())).isEqualTo("first");

    write("other", MODIFIED.plusSeconds(1));
    assertThat(secrets.read(file.toString())).isEqualTo("other");

    write("longer than before", MODIFIED.plusSeconds(1));
    assertThat(secrets.read(file.toString())).isEqualTo("longer than before");
  }

  @Test
  void aFileThatIsWrittenAnewIsNoticedWithinASecondWhateverItsTimesSay() throws IOException {
    write("first", MODIFIED);
    secrets.read(file.toString());

    write("other", MODIFIED);

    clock.advance(Duration.ofMillis(999));
    assertThat(secrets.read(file.toString())).as("read once a second").isEqualTo("first");
    clock.advance(Duration.ofMillis(1));
    assertThat(secrets.read(file.toString())).isEqualTo("other");
  }

  @Test
  void aFileThatTakesTheOthersPlaceIsNoticedAtOnceWhateverItsTimesSay() throws IOException {
    write("first", MODIFIED);
    secrets.read(file.toString());
    Path next = Files.writeString(folder.resolve("next"), "other");
    Files.setLastModifiedTime(next, FileTime.from(MODIFIED));

    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(secrets.read(file.toString())).isEqualTo("other");
  }

  @Test
  void aLinkThatIsTurnedToAnotherFileIsNoticedAtOnce() throws IOException {
    write("first", MODIFIED);
    Path next = Files.writeString(folder.resolve("next"), "other");
    Files.setLastModifiedTime(next, FileTime.from(MODIFIED));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    secrets.read(link.toString());

    Files.delete(link);
    Files.createSymbolicLink(link, next);

    assertThat(secrets.read(link.toString())).isEqualTo("other");
  }

  @Test
  void aClockThatIsSetBackKeepsNoSecretAlive() throws IOException {
    write("first", MODIFIED);
    secrets.read(file.toString());
    write("other", MODIFIED);

    clock.advance(Duration.ofHours(-1));

    assertThat(secrets.read(file.toString())).isEqualTo("other");
  }

  @Test
  void aByteOrderMarkInFrontIsDropped() throws IOException {
    write("\uFEFFa", MODIFIED);

    assertThat(secrets.read(file.toString())).isEqualTo("a");
  }

  @Test
  void fileThatCannotBeReadIsNamed() throws IOException {
    assertThatThrownBy(() -> secrets.read(file.toString()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("The secret file " + file + " cannot be read.");

    Files.createDirectory(file);
    assertThatThrownBy(() -> secrets.read(file.toString()))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void secretThatIsNoUtf8IsAFaultWithoutTheSecret() throws IOException {
    Files.write(file, new byte[] {'t', 'o', 'p', (byte) 0xE9});

    assertThatThrownBy(() -> secrets.read(file.toString()))
        .isInstanceOf(UncheckedIOException.class)
        .message()
        .doesNotContain("top");
  }

  @Test
  void pathThatNoFileCanHaveIsAFaultToo() {
    assertThatThrownBy(() -> secrets.read("a\u0000b")).isInstanceOf(UncheckedIOException.class);
  }

  private void write(String content, Instant modified) throws IOException {
    Files.writeString(file, content);
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }
}
