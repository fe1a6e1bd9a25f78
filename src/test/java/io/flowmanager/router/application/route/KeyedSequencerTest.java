// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.application.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class KeyedSequencerTest {

  private final KeyedSequencer inOrder = new KeyedSequencer();
  private final List<String> begun = new ArrayList<>();
  private final CompletableFuture<String> first = new CompletableFuture<>();

  private CompletionStage<String> run(String saga, String name, CompletionStage<String> work) {
    return inOrder.run(
        saga,
        () -> {
          begun.add(name);
          return work;
        });
  }

  private static CompletionStage<String> done() {
    return CompletableFuture.completedStage("done");
  }

  @Test
  void laterWorkOfASagaWaitsForTheEarlierOne() {
    run("a", "1", first);
    run("a", "2", done());
    var third = run("a", "3", done());
    assertThat(begun).containsExactly("1");

    first.complete("end");

    assertThat(begun).containsExactly("1", "2", "3");
    assertThat(third.toCompletableFuture()).isCompletedWithValue("done");
    assertThat(inOrder.size()).isZero();
  }

  @Test
  void otherSagasDoNotWait() {
    run("a", "1", first);

    assertThat(run("b", "2", done()).toCompletableFuture()).isCompletedWithValue("done");
  }

  @Test
  void workThatFailsIsFollowedAllTheSame() {
    var failing = run("a", "1", first);
    run("a", "2", done());

    first.completeExceptionally(new IllegalStateException("broken"));

    assertThat(failing.toCompletableFuture()).isCompletedExceptionally();
    assertThat(begun).containsExactly("1", "2");
  }

  @Test
  void workThatCannotBeginIsFollowedAllTheSame() {
    CompletionStage<String> broken =
        inOrder.run(
            "a",
            () -> {
              throw new IllegalStateException("broken");
            });

    assertThat(broken.toCompletableFuture()).isCompletedExceptionally();
    assertThat(run("a", "2", done()).toCompletableFuture()).isCompletedWithValue("done");
    assertThat(inOrder.size()).isZero();
  }
}
