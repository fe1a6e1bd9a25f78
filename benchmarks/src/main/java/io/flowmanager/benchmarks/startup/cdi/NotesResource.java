// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.startup.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("ready")
@ApplicationScoped
public class NotesResource {

  @PersistenceContext private EntityManager notes;

  @GET
  @Transactional
  public String ready() {
    Note first = notes.find(Note.class, 1L);
    return first == null ? "ready" : first.text();
  }
}
