package jianglian.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where people reach this instance, for links in mail. It is set, never taken from a request: a
/// request could name a stranger's host.
@Component
public class PublicAddress {
  private final String root;

  PublicAddress(
      @Value("${jianglian.address:}") String address, @Value("${server.port:8080}") String port) {
    this.root =
        address.isBlank() ? "http://127.0.0.1:" + port : address.strip().replaceAll("/+$", "");
  }

  public String of(String path) {
    return root + path;
  }
}
