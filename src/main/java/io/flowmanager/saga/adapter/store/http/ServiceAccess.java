// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.http;

import io.flowmanager.platform.http.HttpCalls;
import io.flowmanager.platform.http.Retries;
import io.flowmanager.platform.http.RetryPolicy;
import io.flowmanager.saga.domain.flow.ConfigValue;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * With what the services of stores are called.
 *
 * @param retries makes the further attempts of the policy
 * @param threads for what is done with answers; never those that read and write documents, which
 *     wait for the answers
 * @param secrets gives the text behind a header's value; asked for each call, so that secrets can
 *     be rotated
 */
public record ServiceAccess(
    HttpCalls http,
    RetryPolicy policy,
    Retries retries,
    Executor threads,
    Function<ConfigValue, String> secrets) {}
