// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema.pattern;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one pattern by the grammar of ECMA-262 and writes it down in the words of RE2. Used once.
 */
final class PatternReader {

  private static final int DEEPEST = 200;
  private static final long HEAVIEST = 10_000;
  private static final int LONGEST = 200_000;

  private final String source;
  private final boolean strict;
  private final Cursor in;
  private final Escapes escapes;
  private final StringBuilder out = new StringBuilder();
  private final Set<String> names = new HashSet<>();
  private final List<String> referredNames = new ArrayList<>();
  private int groups;
  private int highestReference;
  private int depth;
  private long weight;
  private boolean linear = true;

  PatternReader(String source, boolean strict) {
    this.source = source;
    this.strict = strict;
    this.in = new Cursor(source);
    this.escapes = new Escapes(in, strict);
  }

  EcmaPattern read() {
    alternatives();
    if (!in.isAtEnd()) {
      throw in.fault("has a \")\" without a \"(\"");
    }
    if (highestReference > groups || !names.containsAll(referredNames)) {
      throw in.fault("refers back to a group that it does not have");
    }
    return new EcmaPattern(
        source, strict ? "u" : "", linear ? Optional.of(out.toString()) : Optional.empty(), weight);
  }

  private void alternatives() {
    while (!in.isAtEnd() && in.peek() != ')') {
      if (in.take("|")) {
        out.append('|');
      } else {
        term();
      }
    }
  }

  private void term() {
    int start = out.length();
    long before = weight;
    if (isQuantifiable()) {
      Quantifier.read(in).ifPresent(quantifier -> repeat(quantifier, start, before));
    }
  }

  private void repeat(Quantifier quantifier, int start, long before) {
    weight = before + (weight - before + 1) * Math.max(1, quantifier.copies());
    linear &= weight <= HEAVIEST;
    if (linear) {
      String atom = out.substring(start);
      out.setLength(start);
      out.append(quantifier.applyTo(atom));
    }
  }

  /** Reads an assertion or an atom. */
  private boolean isQuantifiable() {
    if (in.take("^")) {
      out.append("\\A");
      return false;
    }
    if (in.take("$")) {
      out.append("\\z");
      return false;
    }
    if (in.looksAt("\\b") || in.looksAt("\\B")) {
      out.append((char) in.next()).append((char) in.next());
      return false;
    }
    return in.take("(") ? group() : isAtom();
  }

  private boolean isAtom() {
    int c = in.next();
    switch (c) {
      case '\\' -> escape();
      case '.' -> add(Piece.of(CharacterSets.LINE_ENDS.inverted()));
      case '[' -> add(new Brackets(in, strict).read());
      case '*', '+', '?' -> throw in.fault("repeats nothing");
      case '{' -> brace();
      case '}', ']' -> unpairedBracket(c);
      default -> add(Piece.of(c));
    }
    return true;
  }

  private void brace() {
    in.goBackTo(in.position() - 1);
    if (Quantifier.read(in).isPresent()) {
      throw in.fault("repeats nothing");
    }
    unpairedBracket(in.next());
  }

  private void unpairedBracket(int c) {
    if (strict) {
      throw in.fault("has a lone \"" + (char) c + "\"");
    }
    add(Piece.of(c));
  }

  private void add(Piece piece) {
    weight++;
    linear &= piece.isKnown() && weight <= HEAVIEST && out.length() <= LONGEST;
    if (linear) {
      out.append(piece.set().toClass());
    }
  }

  private void escape() {
    if (in.take("k<")) {
      referredNames.add(in.until('>'));
      linear = false;
    } else if (in.isAtDigit() && in.peek() != '0') {
      highestReference = Math.max(highestReference, in.number());
      linear = false;
    } else {
      add(escapes.read());
    }
  }

  /** Reads a group; whether it may be repeated. */
  private boolean group() {
    if (++depth > DEEPEST) {
      throw in.fault("is nested more than " + DEEPEST + " levels deep");
    }
    boolean isBehind = in.take("?<=") || in.take("?<!");
    boolean isAhead = !isBehind && (in.take("?=") || in.take("?!"));
    if (isBehind || isAhead) {
      linear = false;
    } else {
      open();
    }
    out.append("(?:");
    alternatives();
    out.append(')');
    if (!in.take(")")) {
      throw in.fault("lacks a \")\"");
    }
    depth--;
    return !isBehind && !(isAhead && strict);
  }

  private void open() {
    if (in.take("?<")) {
      groups++;
      name(in.until('>'));
    } else if (!in.take("?:")) {
      groups++;
      if (in.peek() == '?') {
        throw in.fault("has a group of an unknown kind");
      }
    }
  }

  private void name(String name) {
    boolean isName =
        !name.isEmpty()
            && !Character.isDigit(name.codePointAt(0))
            && name.codePoints().allMatch(Character::isJavaIdentifierPart);
    if (!isName || !names.add(name)) {
      throw in.fault("has a group without a name of its own");
    }
  }
}
