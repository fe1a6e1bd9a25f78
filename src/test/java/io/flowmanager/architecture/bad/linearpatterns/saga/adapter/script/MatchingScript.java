// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.linearpatterns.saga.adapter.script;

import com.google.re2j.Pattern;

/** Knows com.google.re2j, which is fenced off from scripts. */
public final class MatchingScript {

  String text(Pattern pattern) {
    return pattern.pattern();
  }
}
