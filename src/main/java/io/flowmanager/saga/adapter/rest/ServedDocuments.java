// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.rest;

import io.flowmanager.platform.json.JsonText;
import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.ProblemException;
import io.flowmanager.platform.rest.EndpointCall;
import io.flowmanager.platform.rest.Reply;
import io.flowmanager.saga.application.document.DocumentEdit;
import io.flowmanager.saga.application.document.DocumentResult;
import io.flowmanager.saga.application.document.DocumentResult.Stored;
import io.flowmanager.saga.application.document.PersistencySettings;
import io.flowmanager.saga.application.document.WriteDocuments;
import io.flowmanager.saga.application.flow.Flow;
import io.flowmanager.saga.domain.SagaDocument;
import io.flowmanager.saga.domain.SagaId;
import io.flowmanager.saga.domain.flow.PersistenceDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What the endpoints for other flow managers share: whether they are on, and their refusals. */
@Dependent
public class ServedDocuments {

  private final PersistencySettings settings;
  private final RequestedFlows flows;
  private final WriteDocuments documents;

  @Inject
  public ServedDocuments(
      PersistencySettings settings, RequestedFlows flows, WriteDocuments documents) {
    this.settings = settings;
    this.flows = flows;
    this.documents = documents;
  }

  /**
   * The hosted flow of that name.
   *
   * @throws ProblemException 404 when there is none, or when this server keeps no sagas for others;
   *     409 when the flow keeps its own sagas elsewhere
   */
  Flow flow(String name) {
    if (!settings.enabled()) {
      String detail =
          "This server keeps no sagas for other flow managers. Set"
              + " flow-manager.persistency.enabled=true and start it again.";
      throw new ProblemException(Problem.of(404, "Persistency is off", detail));
    }
    Flow flow = flows.named(name);
    if (!(flow.definition().persistence() instanceof PersistenceDefinition.Jpa)) {
      String detail =
          "The sagas of flow "
              + flow.name()
              + " are stored elsewhere (persistencyManagement of its flow file). Only a flow whose"
              + " sagas are in this server's database keeps sagas for others.";
      throw new ProblemException(Problem.of(409, "Stored elsewhere", detail));
    }
    return flow;
  }

  /**
   * The saga that path or query of the call name.
   *
   * @throws ProblemException 400 when they name none, or a text that cannot be the id of a saga
   */
  static SagaId saga(EndpointCall call) {
    if (call.sagaId() == null) {
      String detail = "Say which saga: ?sagaId=… .";
      throw new ProblemException(Problem.of(400, "Malformed query", detail));
    }
    try {
      return new SagaId(call.sagaId());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.of(400, "Malformed saga id", e.getMessage()));
    }
  }

  /** The document of a saga, as it is served to everybody. */
  static SagaDocument document(Flow flow) {
    return new SagaDocument(JsonText.values(), Optional.of(flow.definition().machine()));
  }

  /** Writes the document and answers what has become of it. */
  CompletionStage<Reply> write(
      Flow flow, SagaId id, DocumentEdit edit, Function<Stored, Reply> reply) {
    return StoreAnswers.replyTo(
        () -> documents.handle(flow, id, edit), result -> reply(id, result, reply));
  }

  /** How many sagas the flow has. */
  CompletionStage<Long> count(Flow flow) {
    return documents.count(flow.name());
  }

  private static Reply reply(SagaId id, DocumentResult result, Function<Stored, Reply> reply) {
    if (result instanceof DocumentResult.OfAnotherFlow other) {
      String detail = "The saga \"%s\" is of the flow \"%s\".".formatted(id, other.flow());
      return Reply.problem(Problem.of(409, "Saga of another flow", detail));
    }
    if (result instanceof DocumentResult.Incomplete incomplete) {
      String detail =
          "There is no saga \"%s\" yet, and a new one also needs: %s."
              .formatted(id, String.join(", ", incomplete.missing()));
      return Reply.problem(Problem.of(422, "Incomplete saga document", detail));
    }
    return reply.apply((Stored) result);
  }
}
