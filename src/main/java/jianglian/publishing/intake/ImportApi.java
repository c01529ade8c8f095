package jianglian.publishing.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.publishing.IntakeLine;
import jianglian.publishing.IntakeOrder;
import jianglian.publishing.IntakeVerdict;
import jianglian.web.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class ImportApi {
  private static final Logger LOG = LoggerFactory.getLogger(ImportApi.class);
  private static final byte[] LINE_END = {'\n'};

  private final Taking taking;
  private final IntakeLimits limits;
  private final Problems problems;
  private final JsonMapper json;

  ImportApi(Taking taking, IntakeLimits limits, Problems problems, JsonMapper json) {
    this.taking = taking;
    this.limits = limits;
    this.problems = problems;
    this.json = json;
  }

  record Interrupted(String status, Problems.Problem problem) {}

  /// The whole body is taken in before the first row is written, so that a sender who does not read
  /// the answer while still sending blocks nobody.
  @PostMapping("/api/v1/{kinds:releases|needs|offers}/import")
  void take(
      @PathVariable String kinds,
      Actor.Client client,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var order =
        new IntakeOrder(kinds.substring(0, kinds.length() - 1), client.park(), client, null, false);
    try (var spool = Spool.of(request.getInputStream(), limits.file())) {
      response.setContentType("application/x-ndjson;charset=UTF-8");
      var out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
      try {
        taking.take(order, spool.file(), verdicts -> write(verdicts, out));
        out.flush();
      } catch (RuntimeException failure) {
        if (!response.isCommitted()) throw failure;
        interrupt(failure, request, out);
      }
    }
  }

  private void write(List<IntakeVerdict> verdicts, OutputStream out) {
    try {
      for (var it : verdicts) {
        out.write(json.writeValueAsBytes(IntakeLine.of(it, problems)));
        out.write(LINE_END);
      }
      out.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /// The last line of an answer that breaks off: no row after those answered was taken.
  private void interrupt(RuntimeException failure, HttpServletRequest request, OutputStream out)
      throws IOException {
    if (failure instanceof UncheckedIOException) throw failure;
    LOG.error("an import broke off", failure);
    var problem = problems.of(500, "error.surprise", List.of(), request.getRequestURI());
    out.write(json.writeValueAsBytes(new Interrupted("interrupted", problem)));
    out.write(LINE_END);
    out.flush();
  }
}
