// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.application;

import io.flowmanager.saga.domain.Decision.Transitioned;
import java.util.List;

/**
 * What a committed batch has led to.
 *
 * @param batch what was handled, in order of arrival
 * @param answers one for each of it, in their order
 * @param steps every state that was entered, in order
 * @param dispatches commands to be delivered, per saga in order
 */
public record BatchResult(
    List<Intake> batch,
    List<Answer> answers,
    List<Transitioned> steps,
    List<Dispatch> dispatches) {}
