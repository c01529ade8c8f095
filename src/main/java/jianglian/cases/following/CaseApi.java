package jianglian.cases.following;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jianglian.audit.Actor;
import jianglian.cases.CaseState;
import jianglian.cases.introductions.CaseClosing;
import jianglian.cases.introductions.CaseStepping;
import jianglian.cases.introductions.CaseTaking;
import jianglian.publishing.IntakeFields;
import jianglian.publishing.IntakeJson;
import jianglian.web.Idempotency;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import jianglian.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A park's system follows and moves the cases of its park.
@RestController
@RequestMapping("/api/v1/cases")
class CaseApi {
  private static final Set<String> STEP = Set.of("to", "note", "reason", "result", "next", "until");
  private static final int MOST_SIDES = 9;
  private static final int LARGEST_PART = 100;

  private final CaseReading reading;
  private final CaseList list;
  private final CaseTaking taking;
  private final CaseStepping stepping;
  private final CaseClosing closing;
  private final Idempotency idempotency;
  private final Clock clock;

  CaseApi(
      CaseReading reading,
      CaseList list,
      CaseTaking taking,
      CaseStepping stepping,
      CaseClosing closing,
      Idempotency idempotency,
      Clock clock) {
    this.reading = reading;
    this.list = list;
    this.taking = taking;
    this.stepping = stepping;
    this.closing = closing;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Side(
      String role,
      String park,
      String parkName,
      @Nullable String organisation,
      @Nullable String officer,
      @Nullable String substitute,
      @Nullable Instant dueAt,
      @Nullable Boolean dueProvisional,
      @Nullable Instant takenAt,
      boolean late) {
    static Side of(SideView.SideRow row) {
      return new Side(
          row.role(),
          row.parkCode(),
          row.parkName(),
          row.organisationName(),
          row.officerName(),
          row.substituteName(),
          row.dueAt(),
          row.dueAt() == null ? null : row.dueProvisional(),
          row.takenAt(),
          row.lateAt() != null);
    }
  }

  record Reached(String state, Instant at) {}

  record Item(String number, String title, String state, Instant openedAt, List<Side> sides) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Whole(
      String number,
      String title,
      String state,
      Instant openedAt,
      @Nullable Long need,
      @Nullable Long offer,
      @Nullable String result,
      @Nullable String reason,
      List<Side> sides,
      List<Reached> steps) {}

  @GetMapping
  Slice<Item> list(
      @RequestParam(defaultValue = CaseFilter.OPEN) String state,
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(defaultValue = "20") int size,
      Actor.Client client) {
    var part = Math.clamp(size, 1, LARGEST_PART);
    return list.of(client, CaseFilter.of(state, false), after, part, clock.instant())
        .map(it ->
            new Item(
                it.number(),
                it.title(),
                it.state().code(),
                it.openedAt(),
                it.sides().stream().map(Side::of).toList()));
  }

  @GetMapping("/{number}")
  Whole one(@PathVariable String number, Actor actor) {
    var head = reading.head(number, actor, clock.instant()).orElseThrow(NotFound::new);
    return new Whole(
        head.number(),
        head.title(),
        head.state().code(),
        head.openedAt(),
        head.need(),
        head.offer(),
        head.result(),
        head.reason(),
        head.sides().stream().map(Side::of).toList(),
        steps(head, actor));
  }

  private List<Reached> steps(CaseHead head, Actor actor) {
    return reading.entries(head, actor).reversed().stream()
        .filter(it -> it.state() != null)
        .map(it -> new Reached(String.valueOf(it.state()), it.at()))
        .toList();
  }

  /// `to`: a state to be reached; `taken` takes the case for the park's side, `closed` closes it
  /// with a `result`.
  @PostMapping("/{number}/steps")
  ResponseEntity<?> step(
      @PathVariable String number,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Actor.Client client,
      HttpServletRequest request)
      throws IOException {
    var body = IntakeJson.object(request.getInputStream());
    var fields = IntakeFields.of(body);
    fields.onlyOf(STEP);
    var to = fields.line("to", 40);
    var note = fields.text("note", StepForm.LONGEST_NOTE);
    var reason = fields.line("reason", 40);
    var result = fields.line("result", 40);
    var next = fields.line("next", 10);
    var until = fields.line("until", 20);
    if (!fields.faults().isEmpty()) throw new InvalidInput(fields.faults());
    return idempotency.once(
        client,
        key,
        "POST /cases/" + number + "/steps " + body,
        () -> {
          if (CaseState.TAKEN.code().equals(to)) {
            taking.take(number, client, clock.instant());
          } else if (CaseState.CLOSED.code().equals(to)) {
            var form = new ClosingForm(result, reason, note);
            closing.close(number, form.closing(), form.words(), client, clock.instant());
          } else {
            var step = new StepForm(to, note, reason, next, until);
            stepping.step(
                number, step.step(MOST_SIDES, LocalDate.now(clock)), null, client, clock.instant());
          }
          return ResponseEntity.ok(one(number, client));
        });
  }
}
