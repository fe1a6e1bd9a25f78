// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.benchmarks.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Both resources, and nothing else. */
@ApplicationPath("/")
public class BareApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(UsualResource.class, LeanResource.class);
  }
}
