// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.reader;

import io.flowmanager.saga.domain.flow.Hook;
import io.flowmanager.saga.domain.flow.document.Members;
import io.flowmanager.saga.domain.flow.document.Node;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads a hook and decodes its source; it does not check whether that is JavaScript. */
final class HookReader {

  private static final List<String> TYPES = List.of("file");
  private static final String BASE64 = "base64";
  private static final List<String> ENCODINGS = List.of("plain", BASE64);

  Optional<Hook> read(Node node) {
    return node.object(HookReader::source).map(source -> new Hook(node.pointer(), source));
  }

  private static String source(Members members) {
    members.oneOf("type", TYPES);
    Optional<String> encoding = members.find("encoding").flatMap(node -> node.oneOf(ENCODINGS));
    Optional<Node> contentNode = members.need("content");
    Optional<String> content = contentNode.flatMap(Node::text);
    if (content.isPresent() && encoding.filter(BASE64::equals).isPresent()) {
      return decoded(contentNode.get(), content.get());
    }
    return content.orElse("");
  }

  /** Line breaks and the URL alphabet are allowed as well, as JavaScript engines allow them. */
  private static String decoded(Node node, String base64) {
    String plain = base64.replaceAll("\\s", "").replace('-', '+').replace('_', '/');
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(plain));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (IllegalArgumentException e) {
      node.fault("is not base64; encode the source again or set \"encoding\" to \"plain\"");
    } catch (CharacterCodingException e) {
      node.fault("does not decode to UTF-8 text; encode the source as UTF-8 before base64");
    }
    return "";
  }
}
