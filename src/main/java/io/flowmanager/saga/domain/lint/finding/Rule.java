// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.domain.lint.finding;

import java.util.List;

/** Checks a valid flow file for one kind of fault. */
public interface Rule {

  /** In the order of the file. */
  List<Finding> check(LintedFlow flow);
}
