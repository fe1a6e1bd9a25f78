// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema.pattern;

/** Reads a character class: what stands between brackets. */
final class Brackets {

  private final Cursor in;
  private final boolean strict;
  private final Escapes escapes;
  private final CodePoints members = new CodePoints();
  private boolean known = true;

  Brackets(Cursor in, boolean strict) {
    this.in = in;
    this.strict = strict;
    this.escapes = new Escapes(in, strict);
  }

  /** The set; the opening bracket has been passed over. */
  Piece read() {
    boolean inverted = in.take("^");
    while (!in.take("]")) {
      if (in.isAtEnd()) {
        throw in.fault("lacks a \"]\"");
      }
      member();
    }
    if (!known) {
      return Piece.UNKNOWN;
    }
    return Piece.of(inverted ? members.inverted() : members);
  }

  private void member() {
    Piece first = piece();
    int dash = in.position();
    if (!in.take("-")) {
      add(first);
    } else if (in.peek() == ']') {
      in.goBackTo(dash);
      add(first);
    } else {
      range(first, piece());
    }
  }

  private void range(Piece first, Piece last) {
    if (first.isSingle() && last.isSingle()) {
      if (first.single() > last.single()) {
        throw in.fault("has a range that ends before it begins");
      }
      members.add(first.single(), last.single());
      return;
    }
    if (strict) {
      throw in.fault("has a range that begins or ends with a set of characters");
    }
    add(first);
    add(Piece.of('-'));
    add(last);
  }

  private void add(Piece piece) {
    if (piece.isKnown()) {
      members.addAll(piece.set());
    } else {
      known = false;
    }
  }

  private Piece piece() {
    int c = in.next();
    if (c != '\\') {
      return Piece.of(c);
    }
    if (in.take("b")) {
      return Piece.of('\b');
    }
    return in.take("-") ? Piece.of('-') : escapes.read();
  }
}
