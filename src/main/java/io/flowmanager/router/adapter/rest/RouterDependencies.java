// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.router.adapter.rest;

import io.flowmanager.router.domain.RuleSet;
import java.util.function.Predicate;

/**
 * What the endpoints need to know of this server.
 *
 * @param rules rules of this router
 * @param isHosted whether the server has a flow of that name
 */
public record RouterDependencies(RuleSet rules, Predicate<String> isHosted) {}
