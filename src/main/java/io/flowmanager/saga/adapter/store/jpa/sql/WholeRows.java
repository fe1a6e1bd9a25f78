// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa.sql;

import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The beginning of a native query for whole rows. Its columns have the very names that the mapping
 * has: a provider that finds others, such as {@code ID} for {@code id}, compares them by the
 * capital letters of the machine's language, and in Turkish that of i is no I.
 */
public final class WholeRows {

  private WholeRows() {}

  /** For instance {@code select id as "id", flow as "flow" from saga}. */
  public static String of(Class<?> row) {
    String columns =
        columns(row)
            .map(name -> name + " as \"" + name + '"')
            .collect(Collectors.joining(", ", "select ", " from "));
    return columns + row.getAnnotation(Table.class).name();
  }

  private static Stream<String> columns(Class<?> row) {
    return row == null
        ? Stream.empty()
        : Stream.concat(
            columns(row.getSuperclass()),
            Arrays.stream(row.getDeclaredFields())
                .flatMap(field -> Optional.ofNullable(field.getAnnotation(Column.class)).stream())
                .map(Column::name));
  }
}
