// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.flow.document;

import io.flowmanager.saga.domain.flow.FlowWarning;
import io.flowmanager.saga.domain.flow.Spelling;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A value of the document with its place. Each reading method returns the value in the expected
 * form, or records a fault and returns nothing.
 */
public final class Node {

  private static final int LABEL_LENGTH = 255;
  private static final BigDecimal FIRST_PORT = BigDecimal.ONE;
  private static final BigDecimal LAST_PORT = BigDecimal.valueOf(65_535);

  private final Findings findings;
  private final Node parent;
  private final String token;
  private final JsonValue value;

  private Node(Findings findings, Node parent, String token, JsonValue value) {
    this.findings = findings;
    this.parent = parent;
    this.token = token;
    this.value = value;
  }

  public static Node root(JsonObject document, Findings findings) {
    return new Node(findings, null, "", document);
  }

  public Node child(String name, JsonValue child) {
    return new Node(findings, this, name, child);
  }

  public JsonValue value() {
    return value;
  }

  public boolean isNull() {
    return value.getValueType() == JsonValue.ValueType.NULL;
  }

  public String pointer() {
    return parent == null
        ? ""
        : parent.pointer() + "/" + token.replace("~", "~0").replace("/", "~1");
  }

  /** The way from the root as indexes, so that two places compare in the order of the file. */
  List<Integer> position() {
    if (parent == null) {
      return List.of();
    }
    List<Integer> position = new ArrayList<>(parent.position());
    position.add(
        parent.value instanceof JsonObject object
            ? findings.rank(object, token)
            : Integer.valueOf(token));
    return position;
  }

  /** Reads the value and, when it has the expected form, returns it with its place. */
  public <T> Optional<T> read(Function<Node, Optional<T>> reading, BiConsumer<Node, T> told) {
    Optional<T> result = reading.apply(this);
    result.ifPresent(found -> told.accept(this, found));
    return result;
  }

  public void fault(String message) {
    findings.fault(this, message);
  }

  public void warn(FlowWarning.Kind kind, String message) {
    findings.warning(this, kind, message);
  }

  /** Reads the members of an object; keys that were not asked for become warnings. */
  public <T> Optional<T> object(Function<Members, T> reading) {
    return freeObject()
        .map(
            object -> {
              Members members = new Members(this, object);
              T result = reading.apply(members);
              members.warnOfOtherKeys();
              return result;
            });
  }

  /** An object with keys that the format does not define. */
  public Optional<JsonObject> freeObject() {
    return value instanceof JsonObject object ? Optional.of(object) : refuse("an object");
  }

  public Optional<List<Node>> list() {
    if (!(value instanceof JsonArray array)) {
      return refuse("a list");
    }
    List<Node> elements = new ArrayList<>();
    for (JsonValue element : array) {
      elements.add(child(String.valueOf(elements.size()), element));
    }
    return Optional.of(elements);
  }

  public Optional<String> string() {
    return value instanceof JsonString string
        ? Optional.of(string.getString())
        : refuse("a string");
  }

  /** A string that is not blank. */
  public Optional<String> text() {
    Optional<String> text = string();
    if (text.isPresent() && text.get().isBlank()) {
      fault("must not be empty");
      return Optional.empty();
    }
    return text;
  }

  /**
   * A text that names something and is stored: not too long, and without the character that
   * databases refuse.
   */
  public Optional<String> label() {
    Optional<String> label = text();
    label.ifPresent(this::checkLabel);
    return label;
  }

  private void checkLabel(String label) {
    int length = label.codePointCount(0, label.length());
    if (length > LABEL_LENGTH) {
      fault("has " + length + " characters; at most " + LABEL_LENGTH + " are allowed");
    }
    if (label.indexOf('\0') >= 0) {
      fault("must not contain the character U+0000, which databases refuse");
    }
  }

  public Optional<Boolean> flag() {
    return switch (value.getValueType()) {
      case TRUE -> Optional.of(true);
      case FALSE -> Optional.of(false);
      default -> refuse("true or false");
    };
  }

  public Optional<Integer> port() {
    if (!(value instanceof JsonNumber number)) {
      return refuse("a whole number from 1 to 65535");
    }
    BigDecimal port = number.bigDecimalValue();
    boolean inRange = port.compareTo(FIRST_PORT) >= 0 && port.compareTo(LAST_PORT) <= 0;
    if (!inRange || port.stripTrailingZeros().scale() > 0) {
      fault("must be a whole number from 1 to 65535");
      return Optional.empty();
    }
    return Optional.of(port.intValueExact());
  }

  public Optional<String> oneOf(List<String> choices) {
    Optional<String> text = string();
    if (text.isPresent() && !choices.contains(text.get())) {
      String wanted = choices.size() == 1 ? "must be " : "must be one of ";
      fault(
          wanted
              + String.join(", ", choices)
              + ", not "
              + Spelling.quote(text.get())
              + advice(text.get(), choices));
      return Optional.empty();
    }
    return text;
  }

  private static String advice(String text, List<String> choices) {
    return Spelling.nearest(text, choices)
        .map(near -> "; did you mean " + Spelling.quote(near) + "?")
        .orElse("");
  }

  public <T> Optional<T> refuse(String wanted) {
    fault("must be " + wanted + ", not " + kind());
    return Optional.empty();
  }

  private String kind() {
    return switch (value.getValueType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case TRUE -> "true";
      case FALSE -> "false";
      case NULL -> "null";
    };
  }
}
