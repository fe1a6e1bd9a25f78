// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.google.re2j.Pattern;
import com.networknt.schema.Format;
import io.flowmanager.saga.adapter.schema.pattern.EcmaPattern;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Formats that take time linear in the text. The validator's own ones backtrack, and recurse for
 * each character; they are asked about texts only that are short enough for that.
 */
final class LinearFormats {

  private static final int LONGEST = 1000;

  /** Parsed character by character, whatever their length. */
  private static final Set<String> LINEAR = Set.of("uri", "uri-reference", "iri", "iri-reference");

  private static final String POINTER = "(?:/(?:[^/~]|~[01])*)*";
  private static final String NAME_CHARACTER = "(?:[0-9A-Za-z_]|%[0-9A-Fa-f]{2})";
  private static final String VARIABLE =
      NAME_CHARACTER + "(?:\\.?" + NAME_CHARACTER + ")*(?::[1-9][0-9]{0,3}|\\*)?";
  private static final String EXPRESSION =
      "\\{[+#./;?&=,!@|]?" + VARIABLE + "(?:," + VARIABLE + ")*\\}";

  private static final Predicate<String> JSON_POINTER = whole(POINTER);
  private static final Predicate<String> RELATIVE_POINTER =
      whole("(?:0|[1-9][0-9]*)(?:#|" + POINTER + ")");
  private static final Predicate<String> URI_TEMPLATE =
      whole("(?:[^\\x00-\\x1F\\x7F\"'%<>^`{|}\\\\]|%[0-9A-Fa-f]{2}|" + EXPRESSION + ")*");

  private LinearFormats() {}

  static Format of(Format usual) {
    return switch (usual.getName()) {
      case "json-pointer" -> new BoundedFormat.Own(usual, JSON_POINTER);
      case "relative-json-pointer" -> new BoundedFormat.Own(usual, RELATIVE_POINTER);
      case "uri-template" -> new BoundedFormat.Own(usual, URI_TEMPLATE);
      case "regex" ->
          new BoundedFormat(new BoundedFormat.Own(usual, EcmaPattern::isValid), LONGEST);
      default -> LINEAR.contains(usual.getName()) ? usual : new BoundedFormat(usual, LONGEST);
    };
  }

  private static Predicate<String> whole(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return text -> compiled.matcher(new CountedText(text, CheckBudget.current(), 1)).matches();
  }
}
