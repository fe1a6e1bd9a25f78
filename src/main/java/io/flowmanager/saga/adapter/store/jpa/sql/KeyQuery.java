// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A query of MariaDB for rows by keys of several columns, each of which is looked up through the
 * index that the query names.
 *
 * @param select up to its {@code where}
 * @param key the condition for one key, a placeholder a column
 */
record KeyQuery(String select, String key) {

  private static final int AT_ONCE = 256;

  <T> List<T> ask(Reading reading, List<List<Object>> keys, Reading.Reader<T> row) {
    List<T> rows = new ArrayList<>();
    cut(keys)
        .forEach(
            some -> {
              List<Object> columns = some.stream().flatMap(List::stream).toList();
              rows.addAll(reading.list(sql(some.size()), binding(columns), row));
            });
    return rows;
  }

  private String sql(int keys) {
    return select + String.join(" or ", Collections.nCopies(keys, "(" + key + ")"));
  }

  /** The values in pieces that MariaDB takes as they are. */
  static <T> Stream<List<T>> cut(List<T> values) {
    return IntStream.iterate(0, from -> from < values.size(), from -> from + AT_ONCE)
        .mapToObj(from -> values.subList(from, Math.min(from + AT_ONCE, values.size())));
  }

  static Reading.Binding binding(List<Object> parameters) {
    return (connection, statement) -> {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
    };
  }
}
