// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.flowmanager.platform.rest.HttpOperation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** What JAX-RS knows of an operation is what the table of operations says. */
class EndpointTableTest {

  private static final List<Method> RESOURCE_METHODS = resourceMethods();

  @Test
  void everyOperationWithABodyIsAnEndpointAtItsAddress() {
    assertThat(TableOfOperations.operations(TableOfOperations.withBody()))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            operations(RESOURCE_METHODS.stream().filter(EndpointTableTest::takesBody)));
  }

  @Test
  void everyOperationWithoutABodyIsInTheTableAtItsAddress() {
    assertThat(EndpointWiring.withoutBody())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            operations(RESOURCE_METHODS.stream().filter(method -> !takesBody(method))));
  }

  @Test
  void aRouterTakesOverTheAddressesOfAFlowAtTheRoot() {
    assertThat(TableOfOperations.atRootOfARouter()).isEqualTo(TableOfOperations.atRoot());
  }

  @Test
  void everyOperationWithABodyIsOfJson() {
    assertThat(RESOURCE_METHODS.stream().filter(EndpointTableTest::takesBody))
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

  private static List<Method> resourceMethods() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.flowmanager")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .flatMap(resource -> Stream.of(resource.getDeclaredMethods()))
            .filter(method -> verbs(method).findAny().isPresent())
            .toList();
  }

  private static Stream<String> verbs(Method method) {
    return Stream.of(method.getAnnotations())
        .map(Annotation::annotationType)
        .map(type -> type.getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value);
  }

  private static boolean takesBody(Method method) {
    return List.of(method.getParameterTypes()).contains(InputStream.class);
  }

  private static List<HttpOperation> operations(Stream<Method> methods) {
    return methods.flatMap(method -> verbs(method).map(verb -> operation(method, verb))).toList();
  }

  private static HttpOperation operation(Method method, String verb) {
    assertThat(method.isAnnotationPresent(Operation.class))
        .as("%s has an @Operation", method)
        .isTrue();
    String name = method.getAnnotation(Operation.class).operationId();
    return new HttpOperation(name, verb, path(method));
  }

  private static String path(Method method) {
    String root = method.getDeclaringClass().getAnnotation(Path.class).value();
    Path below = method.getAnnotation(Path.class);
    String path = below == null ? root : root + "/" + below.value();
    return path.replaceAll("/+", "/");
  }
}
