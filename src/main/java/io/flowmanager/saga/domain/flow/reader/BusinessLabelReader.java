// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.BusinessId;
import io.flowmanager.saga.domain.flow.BusinessLabel;
import io.flowmanager.saga.domain.flow.FlowWarning;
import io.flowmanager.saga.domain.flow.document.Ids;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import java.util.Optional;

/** Reads a business state or business event. */
final class BusinessLabelReader {

  private final Ids<BusinessId> ids;
  private final BusinessIdReader businessIdReader = new BusinessIdReader();

  BusinessLabelReader(Ids<BusinessId> ids) {
    this.ids = ids;
  }

  BusinessLabel read(Members members) {
    Optional<BusinessId> id =
        members.need("id").flatMap(node -> node.read(businessIdReader::read, ids::declare));
    Optional<Node> description = members.find("description");
    if (description.isEmpty()) {
      members
          .node()
          .warn(
              FlowWarning.Kind.NO_DESCRIPTION,
              "has no \"description\"; people will see the id only");
    }
    return new BusinessLabel(id.orElse(null), description.flatMap(Node::string).orElse(""));
  }
}
