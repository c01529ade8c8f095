package jianglian.cases.interests;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import jianglian.audit.Actor;
import jianglian.cases.CaseState;
import jianglian.publishing.IntakeFields;
import jianglian.publishing.IntakeJson;
import jianglian.web.Idempotency;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// A park's system asks, accepts, declines and withdraws for its firms.
@RestController
@RequestMapping("/api/v1/interests")
class InterestApi {
  private static final Set<String> ASKING = Set.of("from", "to", "message");
  private static final Set<String> REFUSAL = Set.of("reason", "note");

  private final InterestExpressing expressing;
  private final InterestAnswering answering;
  private final Idempotency idempotency;
  private final Clock clock;

  InterestApi(
      InterestExpressing expressing,
      InterestAnswering answering,
      Idempotency idempotency,
      Clock clock) {
    this.expressing = expressing;
    this.answering = answering;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  record OpenedCase(String number, String state) {
    static OpenedCase of(String number) {
      return new OpenedCase(number, CaseState.WAITING.code());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Answer(long id, String state, @JsonProperty("case") @Nullable OpenedCase opened) {}

  @PostMapping
  ResponseEntity<?> express(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Actor.Client client,
      HttpServletRequest request)
      throws IOException {
    var body = IntakeJson.object(request.getInputStream());
    return idempotency.once(
        client, key, "POST /interests " + body, () -> express(asking(body), client));
  }

  private ResponseEntity<Answer> express(Asking asking, Actor client) {
    var asked = expressing.express(asking, client, clock.instant());
    var number = asked.caseNumber();
    return ResponseEntity.status(201)
        .body(
            number == null
                ? new Answer(asked.interest(), InterestState.WAITING.code(), null)
                : new Answer(
                    asked.interest(), InterestState.ACCEPTED.code(), OpenedCase.of(number)));
  }

  @PostMapping("/{id}/acceptance")
  Answer accept(@PathVariable long id, Actor.Client client) {
    var number = answering.accept(id, client, clock.instant());
    return new Answer(id, InterestState.ACCEPTED.code(), OpenedCase.of(number));
  }

  @PostMapping("/{id}/refusal")
  Answer refuse(@PathVariable long id, Actor.Client client, HttpServletRequest request)
      throws IOException {
    var fields = IntakeFields.of(IntakeJson.object(request.getInputStream()));
    fields.onlyOf(REFUSAL);
    var reason = fields.line("reason", 40);
    var note = fields.text("note", Refusing.LONGEST_NOTE);
    if (!fields.faults().isEmpty()) throw new InvalidInput(fields.faults());
    var refusing = Refusing.of(reason, note);
    answering.refuse(id, refusing.reason(), refusing.note(), client, clock.instant());
    return new Answer(id, InterestState.REFUSED.code(), null);
  }

  @PostMapping("/{id}/withdrawal")
  Answer withdraw(@PathVariable long id, Actor.Client client) {
    answering.withdraw(id, client, clock.instant());
    return new Answer(id, InterestState.WITHDRAWN.code(), null);
  }

  private static Asking asking(ObjectNode body) {
    var fields = IntakeFields.of(body);
    fields.onlyOf(ASKING);
    var from = listing(body, "from", fields);
    var to = listing(body, "to", fields);
    var message = fields.text("message", Asking.LONGEST_MESSAGE);
    if (!fields.faults().isEmpty()) throw new InvalidInput(fields.faults());
    return Asking.of(from, to, message);
  }

  private static @Nullable Long listing(ObjectNode body, String name, IntakeFields fields) {
    var id = body.get(name);
    if (id != null && id.isIntegralNumber() && id.canConvertToLong()) return id.asLong();
    fields.fault(name, "interest.fault." + name);
    return null;
  }
}
