// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.json.JsonText;
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
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/**
 * Puts a document in the place of a saga: {@code PUT /persistency/{flow}/{sagaId}} and the like.
 */
@Dependent
public class WriteDocumentHandler implements EndpointHandler {

  private final ServedDocuments documents;

  @Inject
  public WriteDocumentHandler(ServedDocuments documents) {
    this.documents = documents;
  }

  @Override
  public CompletionStage<Reply> answer(EndpointCall call, Bodies bodies) {
    Flow flow = documents.flow(call.flow());
    SagaId id = ServedDocuments.saga(call);
    DocumentEdit edit = DocumentReader.whole(bodies.read(call.body()), id);
    return documents.write(flow, id, edit, WriteDocumentHandler::reply);
  }

  private static Reply reply(Stored stored) {
    return Reply.json(
        JsonText.builders()
            .createObjectBuilder()
            .add("sagaId", stored.saga().saga().id().value())
            .add("outcome", stored.effect().name().toLowerCase(Locale.ROOT))
            .build());
  }
}
