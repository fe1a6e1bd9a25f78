// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.EndpointCall;
import io.flowmanager.platform.rest.EndpointHandler;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.saga.application.document.DocumentEdit;
import io.flowmanager.saga.application.document.DocumentResult.Stored;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.domain.SagaId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/** Sets members of a saga's document: {@code POST /crud/{flow}/upsert-one?sagaId=…}. */
@Dependent
public class UpsertDocumentHandler implements EndpointHandler {

  private final ServedDocuments documents;

  @Inject
  public UpsertDocumentHandler(ServedDocuments documents) {
    this.documents = documents;
  }

  @Override
  public CompletionStage<Reply> answer(EndpointCall call, Bodies bodies) {
    Flow flow = documents.flow(call.flow());
    SagaId id = ServedDocuments.saga(call);
    DocumentEdit edit = DocumentReader.set(bodies.read(call.body()), id);
    return documents.write(flow, id, edit, stored -> reply(flow, stored));
  }

  private static Reply reply(Flow flow, Stored stored) {
    return Reply.json(
        ServedDocuments.document(flow).full(stored.saga().saga(), stored.saga().history()));
  }
}
