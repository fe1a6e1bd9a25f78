// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.testing.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * An authority with a server's certificate for localhost and a client's one, made by the JDK's
 * keytool once in a run. All texts are PEM, all keys are RSA in PKCS#8.
 */
public record TestCertificates(String authority, Identity server, Identity client) {

  /** A private key and the certificate of its public half. */
  public record Identity(String key, String certificate) {}

  private static final String PASSWORD = "changeit";

  public static TestCertificates ofTheRun() {
    return Made.CERTIFICATES;
  }

  private static final class Made {
    static final TestCertificates CERTIFICATES = make();
  }

  private static TestCertificates make() {
    try {
      Path folder = Files.createTempDirectory("certificates");
      Path store = folder.resolve("store.p12");
      keytool(store, "authority", "-ext", "bc:c");
      keytool(store, "server", "-signer", "authority", "-ext", "san=dns:localhost,ip:127.0.0.1");
      keytool(store, "client", "-signer", "authority");
      TestCertificates made = read(store);
      Files.delete(store);
      Files.delete(folder);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The test certificates could not be made", e);
    }
  }

  private static void keytool(Path store, String name, String... more) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "RSA", "-keysize", "2048"));
    command.addAll(List.of("-validity", "2", "-alias", name, "-dname", "CN=" + name));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException("keytool failed: " + said);
    }
  }

  private static TestCertificates read(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(file)) {
      store.load(content, PASSWORD.toCharArray());
    }
    return new TestCertificates(
        pem("CERTIFICATE", store.getCertificate("authority").getEncoded()),
        identity(store, "server"),
        identity(store, "client"));
  }

  private static Identity identity(KeyStore store, String name) throws GeneralSecurityException {
    return new Identity(
        pem("PRIVATE KEY", store.getKey(name, PASSWORD.toCharArray()).getEncoded()),
        pem("CERTIFICATE", store.getCertificate(name).getEncoded()));
  }

  /** The bytes in PEM's wrapping. */
  public static String pem(String label, byte[] content) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
  }
}
