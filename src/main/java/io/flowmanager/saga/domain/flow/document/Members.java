// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.document;

import io.flowmanager.saga.domain.flow.FlowWarning;
import io.flowmanager.saga.domain.flow.Spelling;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The members of an object. The format has exactly the members that were asked for. A required
 * member that is missing or has the wrong form is recorded as a fault, and replaced by an empty
 * value. That value is never used, because a document with a fault never becomes a definition.
 */
public final class Members {

  private static final Set<String> COMMENTS = Set.of("$schema", "$comment", "//");

  private final Node node;
  private final JsonObject object;
  private final Set<String> known = new LinkedHashSet<>();

  Members(Node node, JsonObject object) {
    this.node = node;
    this.object = object;
  }

  /** The object that has these members. */
  public Node node() {
    return node;
  }

  public Optional<Node> find(String name) {
    known.add(name);
    JsonValue value = object.get(name);
    return isNull(value) ? Optional.empty() : Optional.of(node.child(name, value));
  }

  public Optional<Node> need(String name) {
    Optional<Node> member = find(name);
    if (member.isEmpty()) {
      node.fault("needs the member " + Spelling.quote(name));
    }
    return member;
  }

  public String text(String name) {
    return need(name).flatMap(Node::text).orElse("");
  }

  public String label(String name) {
    return need(name).flatMap(Node::label).orElse("");
  }

  public String oneOf(String name, List<String> choices) {
    return need(name).flatMap(member -> member.oneOf(choices)).orElse("");
  }

  public Optional<String> optionalText(String name) {
    return find(name).flatMap(Node::text);
  }

  public boolean flag(String name, boolean otherwise) {
    return find(name).flatMap(Node::flag).orElse(otherwise);
  }

  public List<Node> list(String name) {
    return find(name).flatMap(Node::list).orElse(List.of());
  }

  public List<String> texts(String name) {
    return list(name).stream().map(Node::text).flatMap(Optional::stream).toList();
  }

  /**
   * Whether the member is there and is no empty list. A member of a wrong form counts: it has its
   * own fault.
   */
  public boolean fills(String name) {
    JsonValue value = object.get(name);
    return !isNull(value) && !(value instanceof JsonArray list && list.isEmpty());
  }

  public void needOneOf(String... names) {
    if (Arrays.stream(names).noneMatch(this::fills)) {
      node.fault("needs at least one of " + String.join(", ", names) + ", not empty");
    }
  }

  /** Whether there is nothing but comments. */
  public boolean sayNothing() {
    return object.entrySet().stream()
        .allMatch(member -> isNull(member.getValue()) || isComment(member.getKey()));
  }

  void warnOfOtherKeys() {
    object.forEach(
        (key, value) -> {
          if (!known.contains(key) && !isComment(key)) {
            node.child(key, value)
                .warn(FlowWarning.Kind.UNKNOWN_KEY, "is not a key of the format" + advice(key));
          }
        });
  }

  private String advice(String key) {
    return Spelling.nearest(key, known)
        .map(near -> "; did you mean " + Spelling.quote(near) + "?")
        .orElse(" and is ignored");
  }

  private static boolean isNull(JsonValue value) {
    return value == null || value.getValueType() == JsonValue.ValueType.NULL;
  }

  private static boolean isComment(String key) {
    return COMMENTS.contains(key) || key.startsWith("x-") || key.startsWith("_");
  }
}
