// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.platform.config;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds settings whose names look like ours but that are never read, such as misspelled ones.
 *
 * @param known all keys that are read
 */
public record UnknownSettings(Collection<String> known) {

  private static final String KEYS = "flow-manager.";
  private static final String VARIABLES = "FLOW_MANAGER_";

  /** Kubernetes and Docker set these for a service or a container named {@code flow-manager}. */
  private static final Pattern OF_SERVICE_LINKS =
      Pattern.compile("FLOW_MANAGER_(SERVICE_(HOST|PORT(_.*)?)|PORT(_[0-9]+_(TCP|UDP|SCTP).*)?)");

  /**
   * @param nearest finds the candidate in the second argument that the first argument may be a
   *     misspelling of
   * @return a phrase for each unknown name, in the order of the names
   */
  public List<String> phrases(
      Iterable<String> names, BiFunction<String, Collection<String>, Optional<String>> nearest) {
    List<String> variables = known.stream().map(EnvironmentName::of).toList();
    var keys = new TreeSet<String>();
    StreamSupport.stream(names.spliterator(), false)
        .filter(UnknownSettings::isOurs)
        .forEach(keys::add);
    keys.removeAll(known);
    keys.removeAll(variables);
    return keys.stream()
        .map(name -> phrase(name, nearest.apply(name, name.startsWith(KEYS) ? known : variables)))
        .toList();
  }

  private static boolean isOurs(String name) {
    return Stream.of(KEYS, VARIABLES).anyMatch(name::startsWith)
        && !OF_SERVICE_LINKS.matcher(name).matches();
  }

  private static String phrase(String name, Optional<String> meant) {
    return name + meant.map(word -> " (did you mean " + word + "?)").orElse("");
  }
}
