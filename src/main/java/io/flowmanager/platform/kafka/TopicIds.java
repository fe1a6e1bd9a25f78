// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
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
 * Which topics stand behind some names: a topic that is deleted and made anew has another id. A
 * consumer follows the name without a word, so its records are worth nothing before the id is
 * confirmed by a question that was asked after they were fetched, or shortly before: nobody deletes
 * a topic, makes it anew and fills it in {@link #FRESH}. Of the thread that polls.
 */
public final class TopicIds implements AutoCloseable {

  private static final Duration FRESH = Duration.ofMillis(50);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  private static final String NO_IDS = Uuid.ZERO_UUID.toString();

  private final Admin admin;
  private final Collection<String> topics;
  private final Map<String, String> ids = new HashMap<>();
  private Optional<Question> open = Optional.empty();
  private long answeredFor = System.nanoTime() - 2 * FRESH.toNanos();

  private record Question(long askedAt, Map<String, KafkaFuture<TopicDescription>> answers) {

    boolean isAnswered() {
      return answers.values().stream().allMatch(KafkaFuture::isDone);
    }
  }

  TopicIds(Admin admin, Collection<String> topics) {
    this.admin = admin;
    this.topics = topics;
  }

  /** The id as it was told last; empty for a topic that does not exist, or of an old broker. */
  public Optional<String> of(String topic) {
    return Optional.ofNullable(ids.get(topic)).filter(id -> !id.equals(NO_IDS));
  }

  /**
   * Confirms the ids of these topics; does not wait when that has been done a moment ago. A topic
   * that did not exist then may exist now, so that answer counts for nothing.
   *
   * @throws KafkaException when nobody answers in time, or the question is refused
   */
  void confirm(Set<String> wanted) {
    takeAnswer();
    long age = System.nanoTime() - answeredFor;
    if (age > FRESH.toNanos() || !ids.keySet().containsAll(wanted)) {
      ask();
      await(open.orElseThrow());
    } else if (age > FRESH.toNanos() / 2) {
      refresh();
    }
  }

  /** Asks for all ids and does not wait; an answer counts from a later call on. */
  void refresh() {
    if (open.isEmpty()) {
      ask();
    }
  }

  private void ask() {
    open =
        Optional.of(
            new Question(System.nanoTime(), admin.describeTopics(topics).topicNameValues()));
  }

  private void await(Question question) {
    try {
      KafkaFuture.allOf(question.answers().values().toArray(KafkaFuture[]::new))
          .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      // Each answer is looked at below.
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException(
          "Kafka did not tell the topics' ids within " + ANSWER.toSeconds() + " s.");
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    takeAnswer();
  }

  private void takeAnswer() {
    if (open.filter(Question::isAnswered).isEmpty()) {
      return;
    }
    Question question = open.get();
    open = Optional.empty();
    question.answers().forEach(this::note);
    answeredFor = question.askedAt();
  }

  private void note(String topic, KafkaFuture<TopicDescription> answer) {
    try {
      Uuid id = answer.get().topicId();
      ids.put(topic, id.toString());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw new KafkaException("The id of the topic " + topic + " is not known.", e.getCause());
      }
      ids.remove(topic);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
