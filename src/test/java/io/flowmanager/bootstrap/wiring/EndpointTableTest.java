// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.flowmanager.platform.json.UntrustedJson;
import io.flowmanager.platform.rest.Bodies;
import io.flowmanager.platform.rest.Endpoint;
import io.flowmanager.router.adapter.rest.CallEndpoints;
import io.flowmanager.router.adapter.rest.RuleEndpoints;
import io.flowmanager.saga.adapter.rest.DocumentEndpoints;
import io.flowmanager.saga.adapter.rest.SagaEndpoints;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** What JAX-RS knows of an operation with a body is what the table of endpoints says. */
class EndpointTableTest {

  private static final Bodies BODIES = new Bodies(10, new UntrustedJson(10));
  private static final SagaEndpoints SAGAS = new SagaEndpoints(null, null, null, BODIES);
  private static final DocumentEndpoints DOCUMENTS = new DocumentEndpoints(null, null, BODIES);
  private static final CallEndpoints ROUTER = new CallEndpoints(null, null, null, null, BODIES);
  private static final RuleEndpoints RULES = new RuleEndpoints(null, null, BODIES);

  @Test
  void everyOperationWithABodyIsInTheTableAtItsAddress() {
    List<Method> operations = operationsWithBody();

    assertThat(operations).isNotEmpty();
    assertThat(addresses(Stream.concat(SAGAS.atRoot().stream(), others())))
        .isEqualTo(
            operations.stream()
                .collect(toMap(EndpointTableTest::operation, EndpointTableTest::address)));
  }

  @Test
  void aRouterTakesOverTheAddressesOfAFlowAtTheRoot() {
    assertThat(addresses(ROUTER.atRoot().stream())).isEqualTo(addresses(SAGAS.atRoot().stream()));
  }

  @Test
  void everyOperationWithABodyIsOfJson() {
    assertThat(operationsWithBody())
        .allSatisfy(
            method -> {
              Class<?> resource = method.getDeclaringClass();
              assertThat(resource.getAnnotation(Consumes.class).value())
                  .containsExactly("application/json");
              assertThat(resource.getAnnotation(Produces.class).value())
                  .containsExactly("application/json");
              assertThat(method.isAnnotationPresent(Consumes.class)).isFalse();
              assertThat(method.isAnnotationPresent(Produces.class)).isFalse();
            });
  }

  private static Stream<Endpoint> others() {
    return Stream.of(SAGAS.belowFlows(), DOCUMENTS.all(), ROUTER.own(), RULES.all())
        .flatMap(List::stream);
  }

  private static Map<String, String> addresses(Stream<Endpoint> endpoints) {
    return endpoints.collect(
        toMap(Endpoint::operation, endpoint -> endpoint.method() + " " + endpoint.path()));
  }

  private static List<Method> operationsWithBody() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.flowmanager")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .flatMap(resource -> Stream.of(resource.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Operation.class))
            .filter(method -> List.of(method.getParameterTypes()).contains(InputStream.class))
            .toList();
  }

  private static String operation(Method method) {
    return method.getAnnotation(Operation.class).operationId();
  }

  private static String address(Method method) {
    String verb =
        Stream.of(method.getAnnotations())
            .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
            .filter(Objects::nonNull)
            .map(HttpMethod::value)
            .collect(joining());
    String root = method.getDeclaringClass().getAnnotation(Path.class).value();
    Path below = method.getAnnotation(Path.class);
    String path = below == null ? root : root + "/" + below.value();
    return verb + " " + path.replaceAll("/+", "/");
  }
}
