package jianglian.bench;

import jakarta.servlet.http.HttpServletRequest;
import jianglian.world.QueryCount;
import org.springframework.boot.test.context.TestComponent;

/// Counts the queries of pages while it is told to, and stands aside otherwise.
@TestComponent
class Counting extends QueryCount {
  private volatile boolean on;

  void on(boolean on) {
    this.on = on;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !on;
  }
}
