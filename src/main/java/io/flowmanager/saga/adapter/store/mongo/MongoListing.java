// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.mongo;

import com.mongodb.client.model.Filters;
import io.flowmanager.saga.application.store.SagaQuery;
import io.flowmanager.saga.domain.SagaDocument;
import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.MachineDefinition;
import io.flowmanager.saga.domain.flow.MachineDefinition.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.conversions.Bson;

/**
 * The filter of a listing. A member that a document leaves out has the value that the flow gives to
 * its state.
 */
final class MongoListing {

  private static final String SAGA_ID = "sagaId";
  private static final String STATE = "currentState";
  private static final String BUSINESS_STATE = "businessStateId";
  private static final String IS_FINAL = "isFinal";

  /** Times are in order, so one that is late enough is there if the latest one is. */
  private static final List<String> TIMES =
      List.of("history.events.timestamp", "history.states.timestamp");

  /** Texts of times are in order within these years. */
  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private final MachineDefinition machine;
  private final List<Bson> conditions = new ArrayList<>();

  private MongoListing(MachineDefinition machine) {
    this.machine = machine;
  }

  static Bson filter(MachineDefinition machine, SagaQuery query) {
    return new MongoListing(machine).of(query);
  }

  private Bson of(SagaQuery query) {
    conditions.add(Filters.type(SAGA_ID, BsonType.STRING));
    conditions.add(Filters.type(STATE, BsonType.STRING));
    query.before().ifPresent(last -> conditions.add(Filters.lt(SAGA_ID, last.value())));
    query.state().ifPresent(state -> conditions.add(Filters.eq(STATE, state)));
    query
        .associatedEntityId()
        .ifPresent(id -> conditions.add(Filters.eq("associatedEntityId", id)));
    query.isFinal().ifPresent(this::addFinal);
    query.businessState().ifPresent(this::addBusinessState);
    query.updatedAfter().map(MongoListing::floor).ifPresent(time -> conditions.add(after(time)));
    query
        .updatedBefore()
        .map(MongoListing::ceiling)
        .ifPresent(time -> conditions.add(Filters.nor(from(time))));
    return Filters.and(conditions);
  }

  private void addFinal(boolean isFinal) {
    conditions.add(
        Filters.or(Filters.eq(IS_FINAL, isFinal), leftOut(IS_FINAL, s -> s.isFinal() == isFinal)));
  }

  private void addBusinessState(String text) {
    conditions.add(
        Filters.or(
            Filters.in(BUSINESS_STATE, ids(text)),
            leftOut(BUSINESS_STATE, state -> isAsked(state.businessStateId(), text))));
  }

  private Bson leftOut(String member, Predicate<State> rule) {
    List<String> states = machine.states().stream().filter(rule).map(State::id).toList();
    return Filters.and(Filters.exists(member, false), Filters.in(STATE, states));
  }

  private static boolean isAsked(BusinessId id, String text) {
    return id.text().equals(text) || id.text().equals('"' + text + '"');
  }

  /** The ids that a text may mean: itself, without its quotes, and the number that it is. */
  private static List<BsonValue> ids(String text) {
    var ids = new ArrayList<BsonValue>();
    ids.add(new BsonString(text));
    if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
      ids.add(new BsonString(text.substring(1, text.length() - 1)));
    }
    try {
      BsonNumbers.toBson(new BigDecimal(text)).ifPresent(ids::add);
    } catch (NumberFormatException e) {
      return ids;
    }
    return ids;
  }

  private static Bson after(Instant time) {
    return Filters.or(
        TIMES.stream()
            .flatMap(name -> values(time).stream().map(value -> Filters.gt(name, value)))
            .toList());
  }

  private static Bson from(Instant time) {
    return Filters.or(
        TIMES.stream()
            .flatMap(name -> values(time).stream().map(value -> Filters.gte(name, value)))
            .toList());
  }

  /** As text, and as the date that other programs may store. */
  private static List<Object> values(Instant time) {
    return List.of(SagaDocument.time(time), Date.from(time));
  }

  private static Instant floor(Instant time) {
    if (time.isBefore(FIRST)) {
      return FIRST;
    }
    return time.isAfter(LAST) ? LAST : time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant ceiling(Instant time) {
    Instant floor = floor(time);
    return floor.isBefore(time) && floor.isBefore(LAST) ? floor.plusMillis(1) : floor;
  }
}
