// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;

/** Connections, and statements of theirs, that do all that is asked of them and fail then. */
record FaultyConnection(Object target, Fault fault) implements InvocationHandler {

  interface Fault {

    /**
     * @throws Throwable if that method is to fail after all; what it does not declare comes wrapped
     */
    void after(String method) throws Throwable;
  }

  DataSource asDataSource() {
    return (DataSource) proxy(DataSource.class, target);
  }

  private Object proxy(Class<?> type, Object found) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new FaultyConnection(found, fault));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Object result = invoke(method, arguments);
    fault.after(method.getName());
    Class<?> type = method.getReturnType();
    return type.isInterface() && type.getPackageName().equals("java.sql")
        ? proxy(type, result)
        : result;
  }

  private Object invoke(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
