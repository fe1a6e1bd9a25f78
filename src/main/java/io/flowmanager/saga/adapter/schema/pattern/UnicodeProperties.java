// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema.pattern;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * The characters that {@code \p{…}} stands for, as the Java platform's version of Unicode knows
 * them.
 */
final class UnicodeProperties {

  private static final Pattern SCRIPT_NAME = Pattern.compile("[A-Z][a-z]+(_[A-Z][a-z]+)*");

  /** Properties that the Java platform does not tell, or tells otherwise. */
  private static final Set<String> OF_THE_ENGINE =
      Set.of(
          ("ASCII_Hex_Digit AHex Bidi_Control Bidi_C Bidi_Mirrored Bidi_M Case_Ignorable CI Cased"
                  + " Changes_When_Casefolded CWCF Changes_When_Casemapped CWCM"
                  + " Changes_When_Lowercased CWL Changes_When_NFKC_Casefolded CWKCF"
                  + " Changes_When_Titlecased CWT Changes_When_Uppercased CWU Dash"
                  + " Default_Ignorable_Code_Point DI Deprecated Dep Diacritic Dia Emoji"
                  + " Emoji_Component EComp Emoji_Modifier EMod Emoji_Modifier_Base EBase"
                  + " Emoji_Presentation EPres Extended_Pictographic ExtPict Extender Ext"
                  + " Grapheme_Base Gr_Base Grapheme_Extend Gr_Ext Hex_Digit Hex"
                  + " IDS_Binary_Operator IDSB IDS_Trinary_Operator IDST ID_Continue IDC ID_Start"
                  + " IDS Ideographic Ideo Join_Control Join_C Logical_Order_Exception LOE Math"
                  + " Noncharacter_Code_Point NChar Pattern_Syntax Pat_Syn Pattern_White_Space"
                  + " Pat_WS Quotation_Mark QMark Radical Regional_Indicator RI Sentence_Terminal"
                  + " STerm Soft_Dotted SD Terminal_Punctuation Term Unified_Ideograph UIdeo"
                  + " Variation_Selector VS White_Space space XID_Continue XIDC XID_Start XIDS")
              .split(" "));

  /** To look at each character takes milliseconds. */
  private static final Map<String, CodePoints> FOUND = new ConcurrentHashMap<>();

  private UnicodeProperties() {}

  /**
   * The characters of a property.
   *
   * @param name what stands between the braces
   * @return empty when the property is valid and only a JavaScript engine knows its characters
   * @throws InvalidPatternException when ECMA-262 has no such property
   */
  static Optional<CodePoints> find(String name) {
    CodePoints found = FOUND.get(name);
    if (found != null) {
      return Optional.of(found);
    }
    Optional<CodePoints> set = search(name);
    set.ifPresent(characters -> FOUND.put(name, characters));
    return set;
  }

  private static Optional<CodePoints> search(String name) {
    int equals = name.indexOf('=');
    if (equals >= 0) {
      return ofValue(name.substring(0, equals), name.substring(equals + 1));
    }
    Optional<GeneralCategory> category = GeneralCategory.named(name);
    if (category.isPresent()) {
      return category.map(GeneralCategory::codePoints);
    }
    IntPredicate condition = known(name);
    if (condition == null && !OF_THE_ENGINE.contains(name)) {
      throw unknown(name);
    }
    return Optional.ofNullable(condition).map(CodePoints::where);
  }

  private static IntPredicate known(String name) {
    return switch (name) {
      case "Any" -> c -> true;
      case "ASCII" -> c -> c < 0x80;
      case "Assigned" -> c -> Character.getType(c) != Character.UNASSIGNED;
      case "Alphabetic", "Alpha" -> Character::isAlphabetic;
      case "Lowercase", "Lower" -> Character::isLowerCase;
      case "Uppercase", "Upper" -> Character::isUpperCase;
      default -> null;
    };
  }

  private static Optional<CodePoints> ofValue(String property, String value) {
    return switch (property) {
      case "General_Category", "gc" ->
          Optional.of(
              GeneralCategory.named(value)
                  .map(GeneralCategory::codePoints)
                  .orElseThrow(() -> unknown(value)));
      case "Script", "sc" -> {
        UnicodeScript script = script(value);
        yield Optional.of(CodePoints.where(c -> UnicodeScript.of(c) == script));
      }
      case "Script_Extensions", "scx" -> {
        script(value);
        yield Optional.empty();
      }
      default -> throw unknown(property);
    };
  }

  private static UnicodeScript script(String name) {
    if (!SCRIPT_NAME.matcher(name).matches()) {
      throw unknown(name);
    }
    try {
      return UnicodeScript.forName(name);
    } catch (IllegalArgumentException e) {
      throw unknown(name);
    }
  }

  private static InvalidPatternException unknown(String name) {
    return new InvalidPatternException("Unicode has no property \"" + name + "\"");
  }
}
