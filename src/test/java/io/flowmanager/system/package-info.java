// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
/**
 * The server from outside. {@code *IT}: the WAR in the servers that it runs on, through Arquillian;
 * starting a server takes longer than most tests, so one class has the server and the tests are
 * gathered from {@code *Scenario} interfaces, one for each theme. {@code *SystemIT}: the packaged
 * server as a process of its own, which is killed, stopped and started again.
 */
package io.flowmanager.system;
