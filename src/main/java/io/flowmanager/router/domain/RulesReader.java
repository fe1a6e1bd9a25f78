// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.domain;

import io.flowmanager.router.domain.RulesFinding.Severity;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads a rules file and finds all its faults (contract, "Rules file"). Messages never contain an
 * address, because it may contain a secret. Unknown keys cause warnings. A reader is used for one
 * file.
 */
public final class RulesReader {

  /** An id is part of a key in {@code /status}, and is stored. */
  private static final Pattern ID = Pattern.compile("\\P{Cntrl}{1,200}");

  private static final Set<String> RULE_KEYS = Set.of("id", "info", "rules");
  private static final Set<String> INFO_KEYS = Set.of("flowManagerUrl", "crudServiceUrl");

  private record Placed(String pointer, Rule rule) {}

  private final Predicate<String> isHosted;
  private final List<RulesFinding> findings = new ArrayList<>();
  private final Map<String, String> ids = new HashMap<>();
  private final List<Placed> rules = new ArrayList<>();

  /**
   * @param isHosted whether this server has a flow of that name
   */
  public RulesReader(Predicate<String> isHosted) {
    this.isHosted = isHosted;
  }

  /**
   * Reads the document. The result has the rules and all findings; this method accepts any
   * document.
   */
  public RulesReading read(JsonValue document) {
    return read(document, List.of());
  }

  /**
   * The same, for a document in which keys occur more than once; these are errors.
   *
   * @param repeatedKeys their JSON pointers
   */
  public RulesReading read(JsonValue document, List<String> repeatedKeys) {
    repeatedKeys.forEach(
        pointer -> error(pointer, "occurs more than once in its object; only one can count"));
    if (document instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        rule("/" + i, array.get(i));
      }
      judge();
    } else {
      error("", "must be a list of rules");
    }
    return new RulesReading(new RuleSet(rules.stream().map(Placed::rule).toList()), findings);
  }

  private void rule(String pointer, JsonValue value) {
    Optional<JsonObject> object = object(pointer, value);
    if (object.isEmpty()) {
      return;
    }
    JsonObject rule = object.get();
    warnOfOtherKeys(pointer, rule, RULE_KEYS);
    Optional<String> id = text(pointer, rule, "id").filter(text -> isId(pointer + "/id", text));
    Optional<JsonObject> info = member(pointer, rule, "info");
    info.ifPresent(found -> warnOfOtherKeys(pointer + "/info", found, INFO_KEYS));
    Optional<Address> flowManager = address(pointer, info, "flowManagerUrl");
    Optional<Address> sagas = address(pointer, info, "crudServiceUrl");
    Optional<JsonObject> conditions = member(pointer, rule, "rules");
    if (id.isPresent() && flowManager.isPresent() && sagas.isPresent() && conditions.isPresent()) {
      rules.add(
          new Placed(
              pointer, new Rule(id.get(), flowManager.get(), sagas.get(), conditions.get())));
    }
  }

  private boolean isId(String pointer, String id) {
    if (!ID.matcher(id).matches()) {
      error(pointer, "must have at most 200 characters and none of control");
      return false;
    }
    String first = ids.putIfAbsent(id, pointer);
    if (first != null) {
      error(pointer, "repeats the id of " + first + "; every rule needs its own");
    }
    if (id.equals("main")) {
      error(pointer, "must not be main: /status has the main saga under mainSaga");
      return false;
    }
    return first == null;
  }

  private Optional<Address> address(String pointer, Optional<JsonObject> info, String name) {
    return info.flatMap(found -> text(pointer + "/info", found, name))
        .flatMap(text -> address(pointer + "/info/" + name, text));
  }

  private Optional<Address> address(String pointer, String text) {
    Optional<Address> address = Address.parse(text);
    if (address.isEmpty()) {
      error(pointer, Address.FORM);
    } else if (address.get() instanceof Address.Hosted hosted && !isHosted.test(hosted.flow())) {
      error(pointer, "names the flow " + hosted.flow() + ", which this server does not host");
    }
    return address;
  }

  private void judge() {
    for (int later = 0; later < rules.size(); later++) {
      shadowed(rules.get(later), rules.subList(0, later));
    }
    if (rules.stream().noneMatch(placed -> placed.rule().conditions().isEmpty())) {
      warn(
          "",
          "has no rule that matches everything: a main saga that no rule matches is refused;"
              + " end with a rule whose"
              + " \"rules\" are {} if there is a default");
    }
  }

  private void shadowed(Placed rule, List<Placed> earlier) {
    earlier.stream()
        .filter(first -> first.rule().shadows(rule.rule()))
        .findFirst()
        .ifPresent(
            first ->
                warn(
                    rule.pointer(),
                    "is never chosen: "
                        + first.pointer()
                        + " (\""
                        + first.rule().id()
                        + "\") matches everything that it matches; move it before that rule"));
  }

  private Optional<JsonObject> member(String pointer, JsonObject object, String name) {
    JsonValue value = object.get(name);
    if (value == null) {
      error(pointer, "needs the member \"" + name + "\"");
      return Optional.empty();
    }
    return object(pointer + "/" + name, value);
  }

  private Optional<JsonObject> object(String pointer, JsonValue value) {
    if (value instanceof JsonObject object) {
      return Optional.of(object);
    }
    error(pointer, "must be an object");
    return Optional.empty();
  }

  private Optional<String> text(String pointer, JsonObject object, String name) {
    JsonValue value = object.get(name);
    if (value == null) {
      error(pointer, "needs the member \"" + name + "\"");
    } else if (value instanceof JsonString string && !string.getString().isBlank()) {
      return Optional.of(string.getString());
    } else {
      error(pointer + "/" + name, "must be a string that is not blank");
    }
    return Optional.empty();
  }

  private void warnOfOtherKeys(String pointer, JsonObject object, Set<String> known) {
    object.keySet().stream()
        .filter(key -> !known.contains(key) && !isComment(key))
        .forEach(
            key ->
                warn(
                    pointer + "/" + key.replace("~", "~0").replace("/", "~1"),
                    "is not a key of the format and is ignored"));
  }

  private static boolean isComment(String key) {
    return key.startsWith("$") || key.startsWith("_") || key.startsWith("x-") || key.equals("//");
  }

  private void error(String pointer, String message) {
    findings.add(new RulesFinding(Severity.ERROR, pointer, message));
  }

  private void warn(String pointer, String message) {
    findings.add(new RulesFinding(Severity.WARNING, pointer, message));
  }
}
