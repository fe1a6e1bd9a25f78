// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * A flow file as a JSON document whose values have a place: members, ids and references, and the
 * faults that are found in them.
 */
package io.flowmanager.saga.domain.flow.document;
