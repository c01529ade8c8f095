package jianglian.cooperation.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import jianglian.audit.Actor;
import jianglian.cooperation.Side;
import jianglian.cooperation.delivery.Delivery.Outcome;
import jianglian.publishing.IntakeJson;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "needs and offers")
@RestController
@RequestMapping("/api/v1")
class DeliveryController {
  private final Delivering delivering;

  DeliveryController(Delivering delivering) {
    this.delivering = delivering;
  }

  record Answer(long id, String externalId, String state, int version, boolean changed) {}

  @Operation(
      summary = "Bring or change a need under the park's own id",
      requestBody =
          @RequestBody(content = @Content(schema = @Schema(implementation = ListingBody.class))))
  @PutMapping("/needs/{externalId}")
  ResponseEntity<Answer> need(
      @PathVariable String externalId, Actor.Client park, HttpServletRequest request)
      throws IOException {
    return put(Side.NEED, externalId, park, request);
  }

  @Operation(
      summary = "Bring or change an offer under the park's own id",
      requestBody =
          @RequestBody(content = @Content(schema = @Schema(implementation = ListingBody.class))))
  @PutMapping("/offers/{externalId}")
  ResponseEntity<Answer> offer(
      @PathVariable String externalId, Actor.Client park, HttpServletRequest request)
      throws IOException {
    return put(Side.OFFER, externalId, park, request);
  }

  @Operation(summary = "Withdraw a need")
  @DeleteMapping("/needs/{externalId}")
  Answer withdrawNeed(@PathVariable String externalId, Actor.Client park) {
    return withdraw(Side.NEED, externalId, park);
  }

  @Operation(summary = "Withdraw an offer")
  @DeleteMapping("/offers/{externalId}")
  Answer withdrawOffer(@PathVariable String externalId, Actor.Client park) {
    return withdraw(Side.OFFER, externalId, park);
  }

  private ResponseEntity<Answer> put(
      Side side, String externalId, Actor.Client park, HttpServletRequest request)
      throws IOException {
    var delivery =
        delivering.deliver(side, externalId, IntakeJson.object(request.getInputStream()), park);
    var status = delivery.outcome() == Outcome.CREATED ? 201 : 200;
    return ResponseEntity.status(status).body(answer(externalId, delivery));
  }

  private Answer withdraw(Side side, String externalId, Actor.Client park) {
    var listing = delivering.withdraw(side, externalId, park);
    return answer(externalId, new Delivery(listing, Outcome.UPDATED));
  }

  private static Answer answer(String externalId, Delivery delivery) {
    var listing = delivery.listing();
    return new Answer(
        listing.id(), externalId, listing.state().code(), listing.version(), delivery.changed());
  }
}
