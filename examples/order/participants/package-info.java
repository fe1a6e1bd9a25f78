// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * Payment, Stock and Delivery as the order flow meets them: small HTTP services outside the flow
 * manager that take commands and answer with events. The JDK and a JSON library are all they need;
 * nothing of the flow manager is used.
 */
package order.participants;
