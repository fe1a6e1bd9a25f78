// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.rest;

import io.flowmanager.platform.problem.Problem;
import io.flowmanager.platform.problem.Problem.Fault;
import io.flowmanager.platform.problem.ProblemException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the members of a request strictly, and collects all faults with their pointers. */
public final class MemberReader {

  private final List<Fault> faults = new ArrayList<>();

  /**
   * Reads an object that must have exactly these members. Returns an empty object if the value is
   * not an object.
   */
  public JsonObject object(JsonValue value, String pointer, Set<String> members) {
    if (!(value instanceof JsonObject object)) {
      fault(pointer, "must be an object");
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    if (!members.equals(object.keySet())) {
      compare(object, pointer, members);
    }
    return object;
  }

  private void compare(JsonObject object, String pointer, Set<String> members) {
    members.stream()
        .filter(name -> !object.containsKey(name))
        .sorted()
        .forEach(name -> missing(pointer, name));
    object.keySet().stream()
        .filter(name -> !members.contains(name))
        .forEach(
            name ->
                fault(
                    pointer + "/" + escaped(name),
                    "is not expected here; allowed: " + sorted(members)));
  }

  /** Reads a required string member that must not be blank. */
  public String text(JsonObject object, String pointer, String name, int maxLength) {
    JsonValue value = object.get(name);
    if (value == null) {
      return "";
    }
    if (!(value instanceof JsonString string) || string.getString().isBlank()) {
      fault(pointer + "/" + name, "must be a string that is not blank");
      return "";
    }
    if (string.getString().length() > maxLength) {
      fault(pointer + "/" + name, "may have " + maxLength + " characters at most");
    }
    if (string.getString().indexOf(0) >= 0) {
      fault(pointer + "/" + name, "must not contain the character U+0000");
    }
    return string.getString();
  }

  private void missing(String pointer, String name) {
    fault(pointer + "/" + name, "is missing");
  }

  /** Records a fault. */
  public void fault(String pointer, String detail) {
    faults.add(new Fault(pointer, detail));
  }

  /**
   * @throws ProblemException 400 with all faults, if there are any
   */
  public void check(String what) {
    if (!faults.isEmpty()) {
      String places = String.join("; ", faults.stream().map(MemberReader::sentence).toList());
      throw new ProblemException(Problem.of(400, "Malformed " + what, places + ".", faults));
    }
  }

  private static String sentence(Fault fault) {
    return (fault.pointer().isEmpty() ? "The body" : fault.pointer()) + " " + fault.detail();
  }

  private static String sorted(Set<String> members) {
    return String.join(", ", members.stream().sorted().toList());
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
