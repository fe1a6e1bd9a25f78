// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.store.jpa;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * Connections, and statements of theirs, that do all that is asked of them but say so when closed.
 */
record StubbornConnection(Object target, BooleanSupplier isStubborn) implements InvocationHandler {

  DataSource asDataSource() {
    return (DataSource) proxy(DataSource.class, target);
  }

  private Object proxy(Class<?> type, Object found) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new StubbornConnection(found, isStubborn));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Object result = invoke(method, arguments);
    if (method.getName().equals("close") && isStubborn.getAsBoolean()) {
      throw new SQLException("The pool is closed", "55000");
    }
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
