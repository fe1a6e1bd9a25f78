// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application.outbox;

import static io.flowmanager.testing.ChangeBuilder.created;
import static io.flowmanager.testing.SagaBuilder.aSaga;
import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.application.outbox.OutboxUpdate.Block;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Postpone;
import io.flowmanager.saga.application.outbox.OutboxUpdate.Release;
import io.flowmanager.saga.application.store.PendingCommand;
import io.flowmanager.saga.application.store.StoreContract;
import io.flowmanager.saga.domain.CommandId;
import io.flowmanager.saga.domain.FlowVersion;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.FlowName;
import io.flowmanager.testing.ChangeBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Outbox#block} and {@link BlockedCommands} promise, whatever keeps the commands. */
public abstract class BlockedCommandsContract extends StoreContract {

  private static final FlowVersion OLD = new FlowVersion("old");
  private static final FlowVersion NEW = new FlowVersion("new");
  private static final FlowName ORDER = new FlowName("order");
  private static final Instant YEARS_LATER = NOW.plusSeconds(1_000_000_000);

  @Test
  void blockedCommandIsNeverClaimed() {
    commit(created(aSaga()).sends(0, NOW));

    block(id("saga-1", 0));

    assertThat(claim(YEARS_LATER)).isEmpty();
  }

  @Test
  void nothingBehindABlockedCommandIsClaimedAndOtherSagasGoOn() {
    commit(
        created(aSaga()).sends(0, NOW).sends(1, NOW),
        created(aSaga().withId("saga-2")).sends(0, NOW));

    block(id("saga-1", 0));

    assertThat(claim(NOW)).containsExactly("saga-2.0");
    assertThat(claim(YEARS_LATER)).containsExactly("saga-2.0");
  }

  @Test
  void blockedCommandsCountAsStored() {
    commit(created(aSaga()).sends(0, NOW).sends(1, NOW));

    block(id("saga-1", 0));

    assertThat(store().<List<Backlog>>ask(session -> session.outbox().backlogs()))
        .extracting(Backlog::commands)
        .containsExactly(2L);
    assertThat(size()).isEqualTo(1);
  }

  @Test
  void listTellsWhatIsBlockedAndWhy() {
    ChangeBuilder change = created(aSaga().inState("paid")).sends(3, NOW);
    commit(change, created(aSaga().withId("saga-2")).sends(0, NOW));

    block(new Block(id("saga-1", 3), NOW, OLD, "it threw"), LEASED);

    PendingCommand stored = change.build().commands().get(0);
    assertThat(list(Optional.empty(), Optional.empty(), 10))
        .isEqualTo(
            new BlockedPage(
                List.of(
                    new BlockedCommand(
                        id("saga-1", 3),
                        stored.flow(),
                        "paid",
                        "payments",
                        "pay",
                        OLD,
                        "it threw",
                        LEASED)),
                false));
  }

  @Test
  void pagesFollowEachOtherInDescendingOrder() {
    commit(
        created(aSaga()).sends(1, NOW).sends(3, NOW).sends(12, NOW),
        created(aSaga().withId("saga-2")).sends(2, NOW));
    List.of(id("saga-1", 1), id("saga-1", 3), id("saga-1", 12), id("saga-2", 2))
        .forEach(this::block);

    BlockedPage first = list(Optional.empty(), Optional.empty(), 2);
    BlockedPage second = list(Optional.empty(), Optional.of(id("saga-1", 12)), 2);

    assertThat(ids(first)).containsExactly("saga-2.2", "saga-1.12");
    assertThat(first.hasMore()).isTrue();
    assertThat(ids(second)).containsExactly("saga-1.3", "saga-1.1");
    assertThat(second.hasMore()).isFalse();
  }

  @Test
  void listOfAFlowLeavesOutTheOthers() {
    commit(created(aSaga()).sends(0, NOW));
    block(id("saga-1", 0));

    Optional<CommandId> last = Optional.of(id("saga-2", 0));
    assertThat(ids(list(Optional.of(ORDER), last, 10))).containsExactly("saga-1.0");
    assertThat(ids(list(Optional.of(new FlowName("other")), last, 10))).isEmpty();
  }

  @Test
  void unblockedCommandIsDueWithThoseBehindIt() {
    commit(created(aSaga()).sends(0, NOW).sends(1, LEASED));
    block(id("saga-1", 0));

    assertThat(unblock(id("saga-1", 0), LEASED)).isTrue();

    assertThat(claim(NOW)).isEmpty();
    assertThat(claim(LEASED)).containsExactly("saga-1.0", "saga-1.1");
    assertThat(size()).isZero();
  }

  @Test
  void onlyWhatIsBlockedCanBeUnblocked() {
    commit(created(aSaga()).sends(0, YEARS_LATER));

    assertThat(unblock(id("saga-1", 0), NOW)).isFalse();
    assertThat(unblock(id("saga-9", 0), NOW)).isFalse();
    assertThat(count(blocked -> blocked.unblockAll(ORDER, NOW))).isZero();

    assertThat(claim(NOW)).isEmpty();
  }

  @Test
  void allOfAFlowAreUnblockedTogether() {
    commit(created(aSaga()).sends(0, NOW), created(aSaga().withId("saga-2")).sends(0, NOW));
    block(id("saga-1", 0));
    block(id("saga-2", 0));

    assertThat(count(blocked -> blocked.unblockAll(new FlowName("other"), NOW))).isZero();
    assertThat(count(blocked -> blocked.unblockAll(ORDER, NOW))).isEqualTo(2);

    assertThat(claim(NOW)).containsExactlyInAnyOrder("saga-1.0", "saga-2.0");
  }

  @Test
  void anotherVersionUnblocksOnlyWhatItHasNotBlockedItself() {
    commit(created(aSaga()).sends(0, NOW), created(aSaga().withId("saga-2")).sends(0, NOW));
    block(id("saga-1", 0));
    block(new Block(id("saga-2", 0), NOW, NEW, "too"), NOW);

    assertThat(count(blocked -> blocked.unblockOthers(ORDER, NEW, NOW))).isEqualTo(1);

    assertThat(claim(NOW)).containsExactly("saga-1.0");
  }

  @Test
  void whoHasLostItsLeaseCannotBlock() {
    commit(created(aSaga()).sends(0, NOW));
    claim(NOW);

    block(id("saga-1", 0));

    assertThat(size()).isZero();
    assertThat(claim(LEASED)).containsExactly("saga-1.0");
  }

  @Test
  void lateUpdatesOfAnotherNodeChangeNothingOfABlockedCommand() {
    commit(created(aSaga()).sends(0, NOW));
    block(id("saga-1", 0));
    BlockedPage before = list(Optional.empty(), Optional.empty(), 10);

    block(new Block(id("saga-1", 0), NOW, NEW, "too"), LEASED);
    release(id("saga-1", 0));
    postpone(id("saga-1", 0));

    assertThat(claim(YEARS_LATER)).isEmpty();
    assertThat(list(Optional.empty(), Optional.empty(), 10)).isEqualTo(before);
  }

  @Test
  void leaseFromBeforeABlockIsLostWhenTheCommandIsUnblocked() {
    commit(created(aSaga()).sends(0, NOW));
    block(id("saga-1", 0));
    unblock(id("saga-1", 0), LEASED);

    postpone(id("saga-1", 0));

    assertThat(claim(LEASED)).containsExactly("saga-1.0");
  }

  @Test
  void blockedCommandThatAnotherNodeHasDeliveredIsForgotten() {
    commit(created(aSaga()).sends(0, NOW).sends(1, NOW));
    block(id("saga-1", 0));

    store().run(session -> session.outbox().remove(List.of(id("saga-1", 0))));

    assertThat(size()).isZero();
    assertThat(claim(NOW)).containsExactly("saga-1.1");
  }

  @Test
  void blockingAnUnknownCommandChangesNothing() {
    block(id("saga-9", 0));

    assertThat(size()).isZero();
  }

  @Test
  void reasonMayBeAnyText() {
    commit(created(aSaga()).sends(0, NOW));

    String reason = "a\u0000b" + "\uD83D\uDE80".repeat(1000);
    block(new Block(id("saga-1", 0), NOW, OLD, reason), NOW);

    assertThat(list(Optional.empty(), Optional.empty(), 1).commands().get(0).reason())
        .startsWith("a")
        .hasSizeGreaterThan(500);
  }

  @Test
  void blockedCommandsBeyondAPageAreOnTheNextOne() {
    commit(
        IntStream.range(100, 350)
            .mapToObj(i -> created(aSaga().withId("saga-" + i)).sends(0, NOW))
            .toArray(ChangeBuilder[]::new));
    IntStream.range(100, 350).forEach(i -> block(id("saga-" + i, 0)));

    BlockedPage page = list(Optional.empty(), Optional.of(id("saga-150", 0)), 100);

    assertThat(page.commands()).hasSize(50);
    assertThat(page.hasMore()).isFalse();
    assertThat(size()).isEqualTo(250);
  }

  /** By a node whose lease ends now. */
  private void block(CommandId command) {
    block(new Block(command, NOW, OLD, "it threw"), NOW);
  }

  private void block(Block block, Instant now) {
    store().run(session -> session.outbox().block(List.of(block), now));
  }

  private void release(CommandId command) {
    store().run(session -> session.outbox().release(List.of(new Release(command, NOW)), NOW));
  }

  private void postpone(CommandId command) {
    var failure = new Postpone(command, NOW, 1, YEARS_LATER, "no answer");
    store().run(session -> session.outbox().postpone(List.of(failure)));
  }

  private BlockedPage list(Optional<FlowName> flow, Optional<CommandId> last, int limit) {
    return store().ask(session -> session.blocked().list(new BlockedQuery(flow, last, limit)));
  }

  private boolean unblock(CommandId command, Instant now) {
    return store().<Boolean>ask(session -> session.blocked().unblock(command, now));
  }

  private int count(ToIntFunction<BlockedCommands> change) {
    return store().<Integer>ask(session -> change.applyAsInt(session.blocked()));
  }

  private long size() {
    return store().<Long>ask(session -> session.blocked().size());
  }

  private List<String> claim(Instant now) {
    return OutboxContract.ids(
        store()
            .ask(session -> session.outbox().claim(now, now.plusSeconds(15), ClaimLimits.of(100))));
  }

  private static List<String> ids(BlockedPage page) {
    return page.commands().stream().map(command -> command.id().toString()).toList();
  }

  private static CommandId id(String saga, long sequence) {
    return new CommandId(new SagaId(saga), sequence, 0);
  }
}
