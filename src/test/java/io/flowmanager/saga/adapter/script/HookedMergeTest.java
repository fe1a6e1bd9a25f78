// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.saga.application.flow.HookedMerge;
import io.flowmanager.saga.domain.MergeFailedException;
import jakarta.json.JsonObject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HookedMergeTest {

  private static final JsonObject METADATA = JsonText.parse("{\"list\":[1]}").asJsonObject();
  private static final JsonObject PAYLOAD = JsonText.parse("{\"list\":[2]}").asJsonObject();

  @Test
  void hookDecidesWhatAKeyGets() {
    var merge =
        hooked(
            "export default (old, added) => Array.isArray(old) ? [...old, ...added] : undefined;");

    assertThat(merge.merge(METADATA, PAYLOAD)).hasToString("{\"list\":[1,2]}");
  }

  @Test
  void stateOfTheHookLastsForOneMerge() {
    var merge = hooked("let calls = 0;\nexport default () => ++calls;");

    assertThat(merge.merge(METADATA, PAYLOAD)).hasToString("{\"list\":1}");
    assertThat(merge.merge(METADATA, PAYLOAD)).hasToString("{\"list\":1}");
  }

  @Test
  void hookThatThrowsFailsTheMergeByName() {
    assertThat(failureOf("export default () => { throw new Error('no way'); };"))
        .hasMessageStartingWith(
            "The payload cannot be merged, because the hook at /settings/hook failed. The script"
                + " failed: no way (line 1,");
  }

  @Test
  void hookThatTakesTooLongFailsTheMergeByName() {
    assertThat(failureOf("export default () => { for (;;) {} };"))
        .hasMessageContaining("/settings/hook")
        .hasMessageContaining("processor time");
  }

  /** Each call gets the object as merged so far: of wide ones, copies that grow and grow. */
  @Test
  @Timeout(20)
  void widePayloadUsesUpTheHooksTimeToo() {
    String wide =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "\"k" + i + "\":" + i)
            .collect(Collectors.joining(",", "{", "}"));
    HookedMerge merge = hooked("export default () => undefined;");

    assertThatExceptionOfType(MergeFailedException.class)
        .isThrownBy(() -> merge.merge(METADATA, JsonText.parse(wide).asJsonObject()))
        .withMessageContaining("processor time");
  }

  private static MergeFailedException failureOf(String source) {
    MergeFailedException failure =
        assertThatExceptionOfType(MergeFailedException.class)
            .isThrownBy(() -> hooked(source).merge(METADATA, PAYLOAD))
            .actual();
    assertThat(failure.hook()).contains("/settings/hook");
    return failure;
  }

  private static HookedMerge hooked(String source) {
    return new HookedMerge(TryScripts.compile(source), "/settings/hook");
  }
}
