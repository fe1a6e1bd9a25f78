// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/** Runs the onboarding example: one server with router and flows, and two services beside it. */
package onboarding.demo;
