// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.nio.charset.Charset;
import java.text.DateFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.Formatter;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * Calls whose result depends on the language, the character set or the time zone of the machine.
 */
final class MachineDefaults {

  private static final String MAKING = "<init>";

  /** To be called with a locale, a character set or a zone only. */
  private static final Map<Class<?>, Set<String>> INCOMPLETE =
      Map.ofEntries(
          Map.entry(String.class, Set.of("toUpperCase", "toLowerCase", "getBytes", "format")),
          Map.entry(FileReader.class, Set.of(MAKING)),
          Map.entry(FileWriter.class, Set.of(MAKING)),
          Map.entry(InputStreamReader.class, Set.of(MAKING)),
          Map.entry(OutputStreamWriter.class, Set.of(MAKING)),
          Map.entry(PrintStream.class, Set.of(MAKING, "printf", "format")),
          Map.entry(Scanner.class, Set.of(MAKING)),
          Map.entry(Formatter.class, Set.of(MAKING)),
          Map.entry(MessageFormat.class, Set.of(MAKING, "format")),
          Map.entry(NumberFormat.class, Set.of("getInstance", "getNumberInstance")),
          Map.entry(DateFormat.class, Set.of("getInstance", "getDateTimeInstance")),
          Map.entry(DateTimeFormatter.class, Set.of("ofPattern")),
          Map.entry(Calendar.class, Set.of("getInstance")),
          Map.entry(ZoneId.class, Set.of("systemDefault")),
          Map.entry(TimeZone.class, Set.of("getDefault")),
          Map.entry(Locale.class, Set.of("getDefault")),
          Map.entry(Charset.class, Set.of("defaultCharset")));

  private static final Set<Class<?>> COMPLETING =
      Set.of(Locale.class, Charset.class, ZoneId.class, TimeZone.class);

  private static final Set<Class<?>> NUMBERS =
      Set.of(Integer.class, Long.class, Short.class, Byte.class, Double.class, Float.class);

  private static final int LONGEST_STATEMENT = 8;

  private MachineDefaults() {}

  static boolean areUsed(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && (isListed(target) || isTextOfBytes(target))
        && parameters(target).noneMatch(type -> isOneOf(type, COMPLETING));
  }

  private static boolean isListed(CodeUnitAccessTarget target) {
    return INCOMPLETE.entrySet().stream()
        .filter(listed -> target.getOwner().isEquivalentTo(listed.getKey()))
        .anyMatch(listed -> listed.getValue().contains(target.getName()));
  }

  private static boolean isTextOfBytes(CodeUnitAccessTarget target) {
    return target.getOwner().isEquivalentTo(String.class)
        && target.getName().equals(MAKING)
        && parameters(target).anyMatch(type -> type.isEquivalentTo(byte[].class));
  }

  /**
   * Whether a number goes as an object into a text that is made by a format: it would have the
   * digits and the grouping of the machine's language. Told by the lines: what is made an object
   * there and is not for another call on its line is for the format.
   */
  static boolean writeNumbers(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        && (isFormat(target) || isLog(target))
        && access.getOrigin().getMethodCallsFromSelf().stream()
            .filter(call -> isNumber(call) && isNear(call, access))
            .anyMatch(number -> isForNoOther(number, access));
  }

  private static boolean isNumber(JavaMethodCall call) {
    return call.getTarget().getName().equals("valueOf")
        && isOneOf(call.getTarget().getOwner(), NUMBERS);
  }

  private static boolean isNear(JavaMethodCall call, JavaAccess<?> format) {
    int distance = call.getLineNumber() - format.getLineNumber();
    return distance >= -1 && distance <= LONGEST_STATEMENT;
  }

  private static boolean isForNoOther(JavaMethodCall number, JavaAccess<?> format) {
    return number.getOrigin().getMethodCallsFromSelf().stream()
        .filter(call -> call.getLineNumber() == number.getLineNumber() && !call.equals(format))
        .flatMap(call -> parameters(call.getTarget()))
        .noneMatch(type -> type.isEquivalentTo(Object.class));
  }

  private static boolean isFormat(CodeUnitAccessTarget target) {
    return target.getOwner().isEquivalentTo(String.class) && target.getName().equals("formatted");
  }

  private static boolean isLog(CodeUnitAccessTarget target) {
    return target.getOwner().isEquivalentTo(Logger.class)
        && parameters(target).anyMatch(type -> type.isEquivalentTo(Object[].class));
  }

  private static Stream<JavaClass> parameters(CodeUnitAccessTarget target) {
    return target.getRawParameterTypes().stream();
  }

  private static boolean isOneOf(JavaClass type, Set<Class<?>> classes) {
    return classes.stream().anyMatch(type::isEquivalentTo);
  }
}
