package jianglian.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers what Tomcat itself refuses, above all an address with Chinese letters that are not
/// percent-encoded: the first thing someone who tries the API from a command line sends.
@Component
class UnreadableAddress implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private final Problems problems;
  private final JsonMapper json;

  UnreadableAddress(Problems problems, JsonMapper json) {
    this.problems = problems;
    this.json = json;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(
        context -> context.getParent().getPipeline().addValve(new Report(problems, json)));
  }

  private static final class Report extends ErrorReportValve {
    private final Problems problems;
    private final JsonMapper json;

    Report(Problems problems, JsonMapper json) {
      this.problems = problems;
      this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      var status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
      var key = status == 400 ? "error.address" : Problems.key(status);
      try {
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var writer = response.getReporter();
        if (writer == null) return;
        writer.write(json.writeValueAsString(problems.of(status, key, List.of(), "")));
        response.finishResponse();
      } catch (IOException gone) {
        container.getLogger().debug("nobody waits for the answer", gone);
      }
    }
  }
}
