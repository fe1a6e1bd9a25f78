// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.strangetransaction.saga.adapter.script;

import jakarta.transaction.Transactional;

/** Does so with all its methods. */
@Transactional
public class TransactionalClassScript {}
