// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.system;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * A request that no server should do anything with.
 *
 * @param place what the answer has to name: where the fault is
 */
record MalformedRequest(
    String name, String method, String path, Body body, int status, String place) {

  private static final String EVENT = "{\"key\":\"s\",\"value\":{%s}}";
  private static final Body NOTHING = new Body(new byte[0]);
  private static final int LARGE = 1_100_000;
  private static final int DEEP = 101;

  /** The bytes and what they claim to be. */
  record Body(byte[] bytes, String... headers) {}

  static Stream<MalformedRequest> all() {
    return Stream.of(
            bodies(),
            headers("saga", "event", "flows/order/event", "flows/lint", "notify"),
            starts(),
            events(),
            web(),
            queries())
        .flatMap(requests -> requests);
  }

  static Stream<MalformedRequest> wrongMethods() {
    return Stream.of(
        wrongMethod("GET", "saga", "POST"),
        wrongMethod("PUT", "event", "POST"),
        wrongMethod("DELETE", "flows/order/event", "POST"),
        wrongMethod("POST", "sagas", "GET"),
        wrongMethod("DELETE", "sagas/s", "GET"),
        wrongMethod("POST", "-/healthz", "GET"),
        wrongMethod("PATCH", "machine-definition", "GET"));
  }

  private static Stream<MalformedRequest> bodies() {
    return Stream.of("saga", "event", "flows/ledger/saga", "flows/ledger/event")
        .flatMap(
            path ->
                Stream.of(
                    sent("nothing", path, "", "line 1"),
                    sent("cut off", path, "{\"key\": \"s\",\n \"val", "line 2"),
                    sent("two values", path, "{} {}", "line 1"),
                    sent("no JSON", path, "<saga/>", "line 1, column 1"),
                    sent("too deep", path, "[".repeat(DEEP) + "]".repeat(DEEP), "100 levels"),
                    sent("a long number", path, "[" + "9".repeat(1001) + "]", "1000 characters"),
                    sent("half a character", path, "[\"\\ud83d\"]", "surrogate"),
                    sent("a key twice", path, "{\"a\": {\"b\": 1, \"b\": 1}}", "/a/b"),
                    sent("an array", path, "[]", "object"),
                    new MalformedRequest(
                        "not UTF-8 at " + path,
                        "POST",
                        path,
                        new Body("[\"\u00fc\"]".getBytes(StandardCharsets.ISO_8859_1)),
                        400,
                        "UTF-8"),
                    new MalformedRequest(
                        "too large at " + path,
                        "POST",
                        path,
                        new Body(("\"" + "x".repeat(LARGE) + "\"").getBytes()),
                        413,
                        "1048576")));
  }

  private static Stream<MalformedRequest> headers(String... paths) {
    return Stream.of(paths)
        .flatMap(
            path ->
                Stream.of(
                    header(path, 400, "Idempotency-Key", "a", "Idempotency-Key", "b"),
                    header(path, 400, "Content-Type", "application json"),
                    header(path, 400, "Content-Type", "application/json; charset"),
                    header(
                        path,
                        400,
                        "Content-Type",
                        "application/json",
                        "Content-Type",
                        "text/plain"),
                    header(path, 415, "Content-Encoding", "gzip"),
                    header(path, 415, "Content-Encoding", "br")));
  }

  /** The answer names the header, or the encoding. */
  private static MalformedRequest header(String path, int status, String... headers) {
    return new MalformedRequest(
        String.join(" ", headers) + " at " + path,
        "POST",
        path,
        new Body("{}".getBytes(), headers),
        status,
        status == 415 ? headers[1] : headers[0]);
  }

  private static Stream<MalformedRequest> starts() {
    return Stream.of(
        start("no member", "{}", "/metadata is missing"),
        start("no entity", "{\"metadata\":{}}", "/associatedEntityId"),
        start(
            "entity is a number", "{\"associatedEntityId\":1,\"metadata\":{}}", "must be a string"),
        start("entity is blank", "{\"associatedEntityId\":\" \",\"metadata\":{}}", "blank"),
        start("metadata is null", "{\"associatedEntityId\":\"a\",\"metadata\":null}", "/metadata"),
        start("metadata is a list", "{\"associatedEntityId\":\"a\",\"metadata\":[]}", "/metadata"),
        start(
            "a member too many",
            "{\"associatedEntityId\":\"a\",\"metadata\":{},\"x/y\":1}",
            "/x~1y"));
  }

  private static Stream<MalformedRequest> events() {
    return Stream.of(
        sent("no member", "event", "{}", "/key is missing"),
        sent("no value", "event", "{\"key\":\"s\"}", "/value is missing"),
        sent("value is a text", "event", "{\"key\":\"s\",\"value\":\"v\"}", "/value must"),
        sent("key is null", "event", "{\"key\":null,\"value\":{}}", "/key"),
        event("no label", "\"messagePayload\":{}", "/value/messageLabel is missing"),
        event("no payload", "\"messageLabel\":\"e\"", "/value/messagePayload is missing"),
        event("label is empty", "\"messageLabel\":\"\",\"messagePayload\":{}", "/messageLabel"),
        event("label is a number", "\"messageLabel\":7,\"messagePayload\":{}", "/messageLabel"),
        event(
            "a member too many",
            "\"messageLabel\":\"e\",\"messagePayload\":{},\"more\":1",
            "/value/more"),
        sent(
            "several faults",
            "event",
            "{\"value\":{\"messageLabel\":true,\"messagePayload\":{}},\"x\":1}",
            "\"pointer\":\"/value/messageLabel\""));
  }

  private static Stream<MalformedRequest> web() {
    var json = "{}".getBytes();
    return Stream.of(
        new MalformedRequest("no such path", "GET", "nowhere", NOTHING, 404, "/nowhere"),
        new MalformedRequest("no such flow", "POST", "flows/no/saga", new Body(json), 404, "order"),
        new MalformedRequest(
            "plain text",
            "POST",
            "saga",
            new Body(json, "Content-Type", "text/plain"),
            415,
            "text/plain"),
        new MalformedRequest(
            "wants a page",
            "POST",
            "event",
            new Body(json, "Accept", "text/html"),
            406,
            "application/json"),
        new MalformedRequest(
            "key too long",
            "POST",
            "saga",
            new Body(json, "Idempotency-Key", "k".repeat(256)),
            400,
            "255"));
  }

  private static Stream<MalformedRequest> queries() {
    return Stream.of(
        query("limit=0", "limit"),
        query("limit=501", "500"),
        query("limit=many", "limit"),
        query("final=maybe", "final"),
        query("limit=%D9%A3", "500"),
        query("limit=99999999999", "500"),
        query("updatedAfter=yesterday", "updatedAfter"),
        query("updatedAfter=%2B1000000000-01-01T00:00:00Z", "updatedAfter"),
        query("updatedBefore=2026-02-30T00:00:00Z", "updatedBefore"),
        query("flow=no%20name", "flow"),
        query("after=%C3%BC", "after"),
        query("stat=orderPaid", "stat"),
        query("state=a&state=b", "state"));
  }

  private static MalformedRequest start(String name, String body, String place) {
    return sent(name, "saga", body, place);
  }

  private static MalformedRequest event(String name, String value, String place) {
    return sent(name, "event", EVENT.formatted(value), place);
  }

  private static MalformedRequest sent(String name, String path, String body, String place) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new MalformedRequest(name + " at " + path, "POST", path, new Body(bytes), 400, place);
  }

  private static MalformedRequest query(String query, String place) {
    return new MalformedRequest(query, "GET", "sagas?" + query, NOTHING, 400, place);
  }

  private static MalformedRequest wrongMethod(String method, String path, String right) {
    return new MalformedRequest(method + " " + path, method, path, NOTHING, 405, right);
  }

  BodyPublisher publisher() {
    return body.bytes().length == 0
        ? BodyPublishers.noBody()
        : BodyPublishers.ofByteArray(body.bytes());
  }

  String[] headers() {
    return body.headers();
  }

  @Override
  public String toString() {
    return name;
  }
}
