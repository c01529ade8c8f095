package jianglian.world;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.filter.OncePerRequestFilter;

/// Counts what a page asks the database: `queries.of("/hall")` after a browser read it gives its
/// statements, in order. Timers and listeners of other threads are not counted.
@TestComponent
@Order(Ordered.HIGHEST_PRECEDENCE)
public class QueryCount extends OncePerRequestFilter implements BeanPostProcessor {
  private static final ThreadLocal<List<String>> CURRENT = new ThreadLocal<>();

  private final Map<String, List<String>> byPath = new ConcurrentHashMap<>();

  /// The statements of the last request for `path` (without its query).
  public List<String> of(String path) {
    return byPath.getOrDefault(path, List.of());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var statements = new ArrayList<String>();
    byPath.put(request.getRequestURI(), statements);
    CURRENT.set(statements);
    try {
      chain.doFilter(request, response);
    } finally {
      CURRENT.remove();
    }
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? new Counting(source) : bean;
  }

  private static final class Counting extends DelegatingDataSource {
    Counting(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var connection = super.getConnection();
      return CURRENT.get() == null ? connection : counting(Connection.class, connection, "");
    }
  }

  /// The same object, its prepared statements counted each time they are executed.
  private static <T> T counting(Class<T> type, T object, String sql) {
    var proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              if (object instanceof Statement && method.getName().startsWith("execute")) {
                CURRENT.get().add(sql.isEmpty() ? String.valueOf(arguments[0]) : sql);
              }
              try {
                var result = method.invoke(object, arguments);
                return result instanceof Statement statement
                    ? counting(statement, method.getReturnType(), arguments)
                    : result;
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
    return type.cast(proxy);
  }

  private static <T> T counting(Statement statement, Class<T> as, Object[] arguments) {
    var sql = arguments != null && arguments[0] instanceof String text ? text : "";
    return counting(as, as.cast(statement), sql);
  }
}
