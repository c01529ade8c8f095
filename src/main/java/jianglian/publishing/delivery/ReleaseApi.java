package jianglian.publishing.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import jianglian.audit.Actor;
import jianglian.publishing.IntakeJson;
import jianglian.publishing.release.Delivered;
import jianglian.publishing.release.ReleaseCommand;
import jianglian.publishing.release.ReleaseDelivery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "releases")
@RestController
@RequestMapping("/api/v1/releases")
class ReleaseApi {
  private static final String EXAMPLE =
      """
      {"kind": "policy", "title": "关于支持智能机器人首台（套）应用的若干措施", "documentNumber": "武新管规〔2026〕12号",
       "issuer": "武汉东湖新技术开发区管理委员会", "publishedOn": "2026-03-01", "validUntil": "2029-02-28",
       "body": "## 一、支持对象\\n在东湖高新区登记注册的整机企业。", "bodyFormat": "markdown", "industries": ["3491"],
       "audience": ["enterprise"],
       "clauses": [{"title": "首台（套）应用奖励", "audience": "整机企业", "conditions": ["单台售价不低于50万元"],
                    "support": "按首年销售额的20%奖励", "amountMax": 3000000, "delivery": "apply", "office": "科技创新局"}],
       "sourceUrl": "https://example.org/policy/12"}
      """;

  private final ReleaseDelivery delivery;
  private final KeyedDelivery keyed;

  ReleaseApi(ReleaseDelivery delivery, KeyedDelivery keyed) {
    this.delivery = delivery;
    this.keyed = keyed;
  }

  @Operation(
      summary = "Bring or change a release under the park's own id / 按园区自己的编号提交或更新",
      description =
          "Sets the fields that are sent; a field left out stays, null empties it. kind, title and"
              + " body are needed the first time. The same content again changes nothing. With"
              + " `deliveredAt`, a delivery older than the last one changes nothing either.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(type = "object"),
                      examples = @ExampleObject(EXAMPLE))))
  @PutMapping("/{externalId}")
  ResponseEntity<ReleaseAnswer> put(
      @PathVariable String externalId,
      @Parameter(hidden = true) Actor.Client client,
      @Parameter(hidden = true) HttpServletRequest request)
      throws IOException {
    var command = ReleaseCommand.read(externalId, IntakeJson.object(request.getInputStream()));
    var delivered = delivery.deliver(client.park(), client, command);
    var status = delivered.status() == Delivered.Status.CREATED ? 201 : 200;
    return ResponseEntity.status(status).body(ReleaseAnswer.of(delivered));
  }

  @Operation(
      summary = "Bring a release that has no id at the park / 提交一条园区没有编号的发布",
      description =
          "The header Idempotency-Key makes it safe to send again: the same key is answered as the"
              + " first time; with other content it is refused.",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = "application/json",
                      schema = @Schema(type = "object"),
                      examples = @ExampleObject(EXAMPLE))))
  @PostMapping
  ResponseEntity<ReleaseAnswer> post(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @Parameter(hidden = true) Actor.Client client,
      @Parameter(hidden = true) HttpServletRequest request)
      throws IOException {
    if (key == null || key.isBlank() || key.length() > 200) throw new IdempotencyKeyNeeded();
    var body = IntakeJson.object(request.getInputStream());
    return ResponseEntity.status(201).body(keyed.deliver(key.strip(), body, client));
  }

  @Operation(summary = "Withdraw a release / 下线一条发布")
  @DeleteMapping("/{externalId}")
  ReleaseAnswer withdraw(
      @PathVariable String externalId, @Parameter(hidden = true) Actor.Client client) {
    return ReleaseAnswer.of(delivery.withdraw(client.park(), client, externalId));
  }
}
