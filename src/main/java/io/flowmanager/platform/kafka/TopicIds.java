// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The ids of topics: a topic that is deleted and created again has another id. A consumer follows
 * the name without reporting the change. So fetched records may be used only after the id was
 * confirmed by a request made after the fetch, or less than {@link #FRESH} before it: a topic is
 * not deleted, created again and filled within that time. To be used by the polling thread.
 */
public final class TopicIds implements AutoCloseable {

  private static final Logger LOG = System.getLogger("io.flowmanager.channel.kafka");
  private static final Duration FRESH = Duration.ofMillis(50);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private static final String NO_IDS = Uuid.ZERO_UUID.toString();

  private final String name;
  private final Admin admin;
  private final Collection<String> topics;
  private final Map<String, String> ids = new HashMap<>();
  private final Set<String> missing = new HashSet<>();
  private Optional<Question> open = Optional.empty();
  private long answeredFor = System.nanoTime() - 2 * FRESH.toNanos();

  private record Question(long askedAt, Map<String, KafkaFuture<TopicDescription>> answers) {

    boolean isAnswered() {
      return answers.values().stream().allMatch(KafkaFuture::isDone);
    }
  }

  /**
   * @param name name of the reader in the log
   */
  TopicIds(String name, Admin admin, Collection<String> topics) {
    this.name = name;
    this.admin = admin;
    this.topics = topics;
  }

  /** The latest known id; empty if the topic does not exist or the broker has no topic ids. */
  public Optional<String> of(String topic) {
    return Optional.ofNullable(ids.get(topic)).filter(id -> !id.equals(NO_IDS));
  }

  /**
   * Confirms the ids of these topics; does not wait if they were confirmed a moment ago. A topic
   * that did not exist then is checked again.
   *
   * @throws KafkaException if there is no answer in time, or the request is refused
   */
  void confirm(Set<String> wanted) {
    takeAnswer();
    long age = System.nanoTime() - answeredFor;
    if (age > FRESH.toNanos() || !ids.keySet().containsAll(wanted)) {
      ask();
      await();
    } else if (age > FRESH.toNanos() / 2) {
      refresh();
    }
  }

  /** Processes an available answer and requests all ids, without waiting. */
  void refresh() {
    takeAnswer();
    if (open.isEmpty()) {
      ask();
    }
  }

  private void ask() {
    open =
        Optional.of(
            new Question(System.nanoTime(), admin.describeTopics(topics).topicNameValues()));
  }

  private void await() {
    try {
      KafkaFuture.allOf(open.orElseThrow().answers().values().toArray(KafkaFuture[]::new))
          .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      LOG.log(Level.DEBUG, "Not every topic of {0} has an id: {1}", name, e.getCause());
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException(
          "Kafka did not return the topics' ids within " + ANSWER.toSeconds() + " s.");
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    takeAnswer().ifPresent(TopicIds::refused);
  }

  private static void refused(Throwable failure) {
    throw new KafkaException("Kafka did not return the topics' ids.", failure);
  }

  /** The failure of an available answer, if it has failed. */
  private Optional<Throwable> takeAnswer() {
    if (open.filter(Question::isAnswered).isEmpty()) {
      return Optional.empty();
    }
    Question question = open.get();
    open = Optional.empty();
    Optional<Throwable> failure =
        question.answers().entrySet().stream()
            .flatMap(answer -> record(answer.getKey(), answer.getValue()).stream())
            .reduce((one, other) -> one);
    if (failure.isEmpty()) {
      answeredFor = question.askedAt();
    }
    return failure;
  }

  private Optional<Throwable> record(String topic, KafkaFuture<TopicDescription> answer) {
    try {
      ids.put(topic, answer.get().topicId().toString());
      if (missing.remove(topic)) {
        LOG.log(Level.INFO, "The topic {0} of {1} exists now.", topic, name);
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
        return Optional.of(e.getCause());
      }
      ids.remove(topic);
      if (missing.add(topic)) {
        LOG.log(
            Level.WARNING,
            "The topic {0} of {1} does not exist. It is read as soon as it exists.",
            topic,
            name);
      }
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
