package jianglian.publishing.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.publishing.release.Clause;
import jianglian.web.NotFound;
import jianglian.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "releases", description = "联盟发布：创新政策、通知公告、动态")
@RestController
@RequestMapping("/api/v1/releases")
class ReleaseReadingApi {
  private final ReleaseSearch search;
  private final ReleaseReading releases;

  ReleaseReadingApi(ReleaseSearch search, ReleaseReading releases) {
    this.search = search;
    this.releases = releases;
  }

  record ParkName(String code, String name) {
    static @Nullable ParkName of(@Nullable String code, @Nullable String name) {
      return code == null || name == null ? null : new ParkName(code, name);
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      long id,
      @Nullable String externalId,
      String kind,
      String state,
      String title,
      String titleHtml,
      String summary,
      String snippetHtml,
      @Nullable String documentNumber,
      @Nullable String issuer,
      @Nullable ParkName park,
      LocalDate publishedOn,
      @Nullable LocalDate validUntil,
      String url) {
    static Item of(ReleaseCard it) {
      return new Item(
          it.id(),
          it.externalId(),
          it.kind(),
          it.state(),
          it.title(),
          it.titleHtml(),
          it.lead(),
          it.snippetHtml(),
          it.documentNumber(),
          it.issuer(),
          ParkName.of(it.parkCode(), it.park()),
          it.publishedOn(),
          it.validUntil(),
          "/releases/" + it.id());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Whole(
      long id,
      String kind,
      String state,
      @Nullable String stateReason,
      String title,
      String summary,
      String bodyHtml,
      @Nullable String documentNumber,
      @Nullable String issuer,
      @Nullable ParkName park,
      LocalDate publishedOn,
      @Nullable LocalDate validUntil,
      List<String> industries,
      List<String> regions,
      List<String> audience,
      List<Clause> clauses,
      @Nullable String sourceUrl,
      String lang,
      int version,
      String url) {
    static Whole of(ReleasePage it) {
      return new Whole(
          it.id(),
          it.kind(),
          it.state(),
          it.reason(),
          it.title(),
          it.lead(),
          it.bodyHtml(),
          it.documentNumber(),
          it.issuer(),
          ParkName.of(it.parkCode(), it.park()),
          it.publishedOn(),
          it.validUntil(),
          it.industries(),
          it.regions(),
          it.audience(),
          it.clauses(),
          it.sourceUrl(),
          it.lang(),
          it.version(),
          "/releases/" + it.id());
    }
  }

  @Operation(
      summary = "Search releases / 检索联盟发布",
      description =
          "Newest first without `q`, best first with it. With a park's token its own unreleased"
              + " items are found too; `state` says so. `after` is the `next` of an earlier answer.")
  @GetMapping
  Slice<Item> search(
      @ParameterObject @ModelAttribute ReleaseQuery query, @Parameter(hidden = true) Actor actor) {
    return search.visible(query, actor).cards().map(Item::of);
  }

  @Operation(summary = "One release / 一条发布")
  @GetMapping("/{id:\\d{1,18}}")
  Whole one(@PathVariable long id, @Parameter(hidden = true) Actor actor) {
    return releases.one(id, actor).map(Whole::of).orElseThrow(NotFound::new);
  }

  @Operation(summary = "A park's own release by its own id / 本园区自己编号的一条发布")
  @GetMapping("/own/{externalId}")
  Whole own(@PathVariable String externalId, @Parameter(hidden = true) Actor.Client client) {
    var id = releases.own(externalId, client).orElseThrow(NotFound::new);
    return one(id, client);
  }
}
