package jianglian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import jianglian.world.Http;
import jianglian.world.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class UnhandledErrorsTest {
  @Autowired Http http;

  @Test
  void an_address_the_firewall_refuses_is_answered_like_any_other() {
    var answer = http.api().get("/api/v1//needs");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("instance").asString()).isEqualTo("/api/v1//needs");
    assertThat(answer.json().path("detailEn").asString()).isNotEmpty();
    var page = http.browser().get("//hall");
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.body()).contains("<h1>没有办成</h1>");
  }

  @Test
  void chinese_letters_in_an_address_are_told_how_to_be_written() throws IOException {
    assertThat(raw("/api/v1/needs?q=底盘"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "百分号编码", "--data-urlencode");
  }

  @Test
  void parameters_that_cannot_be_read_are_told_on_a_page_and_in_a_document() throws IOException {
    assertThat(raw("/hall?q=%zz")).startsWith("HTTP/1.1 400").contains("<h1>没有办成</h1>");
    assertThat(raw("/api/v1/needs?q=%zz"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "detailEn");
  }

  @Test
  void a_delivery_that_is_called_a_form_is_told_what_to_call_itself() {
    var rows = "{}".getBytes(StandardCharsets.UTF_8);
    var answer =
        http.api().post("/api/v1/releases/import", "application/x-www-form-urlencoded", rows);
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.json().path("detail").asString()).contains("Content-Type");
  }

  @Test
  void the_error_page_asked_for_by_itself_is_not_found() {
    assertThat(http.browser().get("/error").status()).isEqualTo(404);
  }

  private String raw(String path) throws IOException {
    var address = URI.create(http.address());
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(5_000);
      var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
