// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The packages under one root, by the short names that rules use: {@code saga.domain} is that
 * package with all below it, {@code *.domain} the same of every component. A bad example is a small
 * house of its own, so a rule says the same words to both.
 */
final class House {

  private static final String ROOT = "io.flowmanager";
  private static final String BAD = ROOT + ".architecture.bad";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);
  private static final JavaClasses BAD_EXAMPLES = new ClassFileImporter().importPackages(BAD);

  private final String root;
  private final JavaClasses classes;
  private final Set<String> named = new LinkedHashSet<>();

  private House(String root, JavaClasses classes) {
    this.root = root;
    this.classes = classes;
  }

  /** The main code. */
  static House main() {
    return new House(ROOT, MAIN);
  }

  /** The bad example that the class is part of. */
  static House around(Class<?> culprit) {
    String below = culprit.getPackageName().substring(BAD.length() + 1);
    String root = BAD + "." + below.substring(0, below.indexOf('.'));
    return new House(root, BAD_EXAMPLES.that(resideInAPackage(root + "..")));
  }

  JavaClasses classes() {
    return classes;
  }

  String root() {
    return root;
  }

  /** The pattern of one room. */
  String room(String name) {
    String pattern = root + "." + name + "..";
    named.add(pattern);
    return pattern;
  }

  /** The name of one class. */
  String type(String name) {
    String full = root + "." + name;
    named.add(full);
    return full;
  }

  /** The patterns of rooms that all are there. */
  String[] rooms(String... names) {
    return Arrays.stream(names).map(this::room).toArray(String[]::new);
  }

  /** The patterns of those rooms that are built already; the others are left out until then. */
  String[] builtRooms(String... names) {
    return Arrays.stream(names)
        .filter(name -> isInhabited(root + "." + name + ".."))
        .map(this::room)
        .toArray(String[]::new);
  }

  /** What was named so far and has no class in it, or is none. */
  Set<String> emptyRooms() {
    var empty = new LinkedHashSet<>(named);
    empty.removeIf(this::isInhabited);
    return empty;
  }

  /** The first two parts of the package below the root: component and layer. */
  String layerOf(JavaClass type) {
    String[] parts = type.getPackageName().substring(root.length()).split("\\.", -1);
    return String.join(".", Arrays.asList(parts).subList(0, Math.min(parts.length, 3)));
  }

  private boolean isInhabited(String pattern) {
    if (classes.contain(pattern)) {
      return true;
    }
    PackageMatcher matcher = PackageMatcher.of(pattern);
    return classes.stream().anyMatch(type -> matcher.matches(type.getPackageName()));
  }
}
