// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema.pattern;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A general category of Unicode, or a group of them, under all of its names. */
record GeneralCategory(List<String> names, List<Integer> types) {

  private static final Map<String, GeneralCategory> BY_NAME =
      """
      Lu Uppercase_Letter: 1
      Ll Lowercase_Letter: 2
      Lt Titlecase_Letter: 3
      LC Cased_Letter: 1 2 3
      Lm Modifier_Letter: 4
      Lo Other_Letter: 5
      L Letter: 1 2 3 4 5
      Mn Nonspacing_Mark: 6
      Me Enclosing_Mark: 7
      Mc Spacing_Mark: 8
      M Mark Combining_Mark: 6 7 8
      Nd Decimal_Number digit: 9
      Nl Letter_Number: 10
      No Other_Number: 11
      N Number: 9 10 11
      Zs Space_Separator: 12
      Zl Line_Separator: 13
      Zp Paragraph_Separator: 14
      Z Separator: 12 13 14
      Cc Control cntrl: 15
      Cf Format: 16
      Co Private_Use: 18
      Cs Surrogate: 19
      Cn Unassigned: 0
      C Other: 15 16 18 19 0
      Pd Dash_Punctuation: 20
      Ps Open_Punctuation: 21
      Pe Close_Punctuation: 22
      Pc Connector_Punctuation: 23
      Po Other_Punctuation: 24
      Pi Initial_Punctuation: 29
      Pf Final_Punctuation: 30
      P Punctuation punct: 20 21 22 23 24 29 30
      Sm Math_Symbol: 25
      Sc Currency_Symbol: 26
      Sk Modifier_Symbol: 27
      So Other_Symbol: 28
      S Symbol: 25 26 27 28
      """
          .lines()
          .map(GeneralCategory::parse)
          .flatMap(category -> category.names.stream().map(name -> Map.entry(name, category)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private static GeneralCategory parse(String line) {
    String[] sides = line.split(": ");
    return new GeneralCategory(List.of(sides[0].split(" ")), list(sides[1], Integer::valueOf));
  }

  private static <T> List<T> list(String words, Function<String, T> reading) {
    return Arrays.stream(words.split(" ")).map(reading).toList();
  }

  static Optional<GeneralCategory> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** By the numbers of {@link Character#getType(int)}. */
  CodePoints codePoints() {
    return CodePoints.where(c -> types.contains(Character.getType(c)));
  }
}
