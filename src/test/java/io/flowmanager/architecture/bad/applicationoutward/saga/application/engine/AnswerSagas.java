// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.architecture.bad.applicationoutward.saga.application.engine;

import io.flowmanager.architecture.bad.applicationoutward.platform.rest.Answers;

/** A use case that thinks in HTTP answers. */
public record AnswerSagas(Answers answers) {}
