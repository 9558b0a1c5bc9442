package dev.processsync.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.function.Consumer;

/** A connection that tells of each statement that it makes, so that another thread can stop it. */
final class StoppableConnection implements InvocationHandler {

  private final Connection connection;
  private final Consumer<Statement> statements;

  private StoppableConnection(Connection connection, Consumer<Statement> statements) {
    this.connection = connection;
    this.statements = statements;
  }

  static Connection of(Connection connection, Consumer<Statement> statements) {
    return (Connection)
        Proxy.newProxyInstance(
            StoppableConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new StoppableConnection(connection, statements));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    try {
      Object result = method.invoke(connection, arguments);
      if (result instanceof Statement statement) {
        statements.accept(statement);
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
