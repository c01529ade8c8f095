package jianglian.bench;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The least a controller can do. A test component, so that no scan of the product finds it.
@RestController
@TestComponent
class Hello {
  static final String PATH = "/hello";

  @GetMapping(PATH)
  String hello() {
    return "hello";
  }
}
