// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values of an SQL {@code in (…)}, padded to a power of two by repeating the last one, so that
 * a handful of statements serve all lengths and stay prepared.
 *
 * @param columns how many columns one value has
 * @param parameters all of them, one value after the other
 */
public record InList(int columns, List<Object> parameters) {

  static InList of(Collection<String> values) {
    return padded(1, values.stream().map(value -> List.<Object>of(value)).toList());
  }

  /** Of values that all have the same number of columns. */
  public static InList ofTuples(Stream<List<Object>> tuples) {
    List<List<Object>> values = tuples.toList();
    return padded(values.get(0).size(), values);
  }

  private static InList padded(int columns, List<List<Object>> values) {
    int size = values.size() == 1 ? 1 : Integer.highestOneBit(values.size() - 1) << 1;
    var parameters = new ArrayList<Object>(size * columns);
    values.forEach(parameters::addAll);
    List<Object> last = values.get(values.size() - 1);
    Collections.nCopies(size - values.size(), last).forEach(parameters::addAll);
    return new InList(columns, parameters);
  }

  /** The placeholders of JDBC between the brackets. */
  String marks() {
    return String.join(",", Collections.nCopies(parameters.size() / columns, "?"));
  }

  /** The placeholders between the brackets, numbered from there on. */
  public String placeholders(int from) {
    var sql = new StringBuilder(parameters.size() * 5);
    for (int i = 0; i < parameters.size(); i += columns) {
      sql.append(i == 0 ? "" : ",").append(columns == 1 ? "?" + (from + i) : tuple(from + i));
    }
    return sql.toString();
  }

  private String tuple(int from) {
    return IntStream.range(from, from + columns)
        .mapToObj(parameter -> "?" + parameter)
        .collect(Collectors.joining(",", "(", ")"));
  }

  public void bind(Query query, int from) {
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(from + i, parameters.get(i));
    }
  }
}
