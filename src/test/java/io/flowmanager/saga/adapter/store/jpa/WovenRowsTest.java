// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowmanager.saga.adapter.store.jpa.entity.SagaRow;
import io.flowmanager.testing.store.TestStore;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WovenRowsTest {

  @Test
  void rowsOfTheWovenStoreAreWovenAndThoseOfTheOthersAreNot() throws Exception {
    try (TestStore store = WovenRows.open(TestStores.h2Database(), "sql/h2")) {
      Class<?> row = store.getClass().getClassLoader().loadClass(SagaRow.class.getName());

      assertThat(interfaces(row)).contains("PersistenceWeaved");
      assertThat(interfaces(SagaRow.class)).isEmpty();
    }
  }

  private static List<String> interfaces(Class<?> type) {
    return Arrays.stream(type.getInterfaces()).map(Class::getSimpleName).toList();
  }
}
