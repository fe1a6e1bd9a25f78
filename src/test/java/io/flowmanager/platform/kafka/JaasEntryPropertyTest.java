// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;

/** What the client reads is what was written, whatever the password is. */
class JaasEntryPropertyTest {

  private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule";

  @Property
  void everyTextComesBackAsItWas(
      @ForAll("texts") String username, @ForAll("texts") String password) {
    String entry = JaasEntry.of(MODULE, Map.of("username", username, "password", password));

    Map<String, Object> settings = Map.of("sasl.jaas.config", new Password(entry));
    assertThat(JaasContext.loadClientContext(settings).configurationEntries())
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.getLoginModuleName()).isEqualTo(MODULE);
              assertThat(read.getControlFlag())
                  .isEqualTo(AppConfigurationEntry.LoginModuleControlFlag.REQUIRED);
              assertThat(read.getOptions())
                  .isEqualTo(Map.of("username", username, "password", password));
            });
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> tricky =
        Arbitraries.strings().withChars("\"'\\;=# \n\r\t\f\b\u000b/*ab01x${}").ofMaxLength(20);
    return Arbitraries.oneOf(tricky, Arbitraries.strings().ofMaxLength(20));
  }
}
