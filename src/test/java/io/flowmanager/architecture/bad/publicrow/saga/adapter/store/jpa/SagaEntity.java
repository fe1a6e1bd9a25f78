// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.publicrow.saga.adapter.store.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The same under another name. */
@Entity
public class SagaEntity {

  @Id private long id;

  long id() {
    return id;
  }
}
