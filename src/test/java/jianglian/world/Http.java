package jianglian.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks HTTP to the running product: as a browser with cookies, or as a park's system with a
/// token.
@TestComponent
public class Http {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final JsonMapper JSON = new JsonMapper();

  private final Environment environment;

  Http(Environment environment) {
    this.environment = environment;
  }

  public String address() {
    return "http://127.0.0.1:" + environment.getProperty("local.server.port");
  }

  public Browser browser() {
    return new Browser(address());
  }

  /// A browser that calls through a proxy from this address, so that its failures are its own.
  public Browser browserFrom(String networkAddress) {
    return browserWith("", "X-Forwarded-For", networkAddress);
  }

  /// A browser that sends one cookie of ours and these headers (name, value, …) with every request.
  public Browser browserWith(String cookie, String... headers) {
    var all = new java.util.ArrayList<>(java.util.List.of(headers));
    if (!cookie.isEmpty()) all.addAll(java.util.List.of("Cookie", cookie));
    return new Browser(address(), all.toArray(String[]::new));
  }

  public Api api(String token) {
    return new Api(address(), token);
  }

  public Api api() {
    return new Api(address(), "");
  }

  public record Answer(int status, String body, HttpResponse<String> raw) {
    public JsonNode json() {
      return JSON.readTree(body);
    }

    public String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  /// A text as it stands in an address.
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Answer send(HttpClient client, HttpRequest request) {
    try {
      var response = client.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body(), response);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /// A park's own system.
  public static final class Api {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    Api(String address, String token) {
      this.address = address;
      this.token = token;
    }

    public Answer get(String path) {
      return send(client, request(path).GET().build());
    }

    public Answer put(String path, String json) {
      return send(client, request(path).PUT(BodyPublishers.ofString(json)).build());
    }

    public Answer post(String path, String json) {
      return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public Answer post(String path, String type, byte[] body) {
      return send(
          client,
          request(path)
              .setHeader("Content-Type", type)
              .POST(BodyPublishers.ofByteArray(body))
              .build());
    }

    public Answer post(String path, String json, Map<String, String> headers) {
      var request = request(path).POST(BodyPublishers.ofString(json));
      headers.forEach(request::setHeader);
      return send(client, request.build());
    }

    public Answer delete(String path) {
      return send(client, request(path).DELETE().build());
    }

    private HttpRequest.Builder request(String path) {
      var request =
          HttpRequest.newBuilder(URI.create(address + path))
              .header("Content-Type", "application/json");
      return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }
  }

  /// A person's browser: cookies, redirects followed by hand, forms with their CSRF field.
  public static final class Browser {
    private final HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String address;

    private final String[] headers;

    Browser(String address, String... headers) {
      this.address = address;
      this.headers = headers;
    }

    public Answer get(String path) {
      return send(client, request(path).GET().build());
    }

    /// Reads `page` for its CSRF field, then posts the form to `path`.
    public Answer submit(String page, String path, Map<String, String> fields) {
      var csrf = CSRF.matcher(get(page).body());
      var form = new java.util.LinkedHashMap<>(fields);
      if (csrf.find()) form.put("_csrf", csrf.group(1));
      return post(path, form);
    }

    public Answer post(String path, Map<String, String> fields) {
      var body =
          fields.entrySet().stream()
              .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
              .collect(Collectors.joining("&"));
      return send(
          client,
          request(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(body))
              .build());
    }

    /// A form with one file, sent as browsers do.
    public Answer upload(
        String page,
        String path,
        Map<String, String> fields,
        String name,
        String file,
        byte[] content) {
      var csrf = CSRF.matcher(get(page).body());
      var form = new java.util.LinkedHashMap<>(fields);
      if (csrf.find()) form.put("_csrf", csrf.group(1));
      var boundary = "----jianglian" + System.nanoTime();
      var body = new java.io.ByteArrayOutputStream();
      form.forEach((key, value) ->
          body.writeBytes(part(boundary, "name=\"%s\"".formatted(key), value + "\r\n")));
      body.writeBytes(part(boundary, "name=\"%s\"; filename=\"%s\"".formatted(name, file), ""));
      body.writeBytes(content);
      body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
      return send(
          client,
          request(path)
              .header("Content-Type", "multipart/form-data; boundary=" + boundary)
              .POST(BodyPublishers.ofByteArray(body.toByteArray()))
              .build());
    }

    private static byte[] part(String boundary, String disposition, String value) {
      return ("--"
              + boundary
              + "\r\nContent-Disposition: form-data; "
              + disposition
              + "\r\n\r\n"
              + value)
          .getBytes(StandardCharsets.UTF_8);
    }

    public Browser signIn(String username, String password) {
      var answer =
          submit("/sign-in", "/sign-in", Map.of("username", username, "password", password));
      if (answer.status() != 302 || answer.header("Location").contains("error")) {
        throw new AssertionError("sign-in of " + username + " failed: " + answer.status());
      }
      return this;
    }

    private HttpRequest.Builder request(String path) {
      var request = HttpRequest.newBuilder(URI.create(address + path));
      return headers.length == 0 ? request : request.headers(headers);
    }
  }
}
