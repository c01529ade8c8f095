package jianglian.cases.following;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import jianglian.audit.Actor;
import jianglian.cases.documents.Documents;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class CaseController {
  private static final int SIZE = 30;

  private final CaseList list;
  private final CasePages pages;
  private final CaseReading reading;
  private final Documents documents;
  private final Clock clock;

  CaseController(
      CaseList list, CasePages pages, CaseReading reading, Documents documents, Clock clock) {
    this.list = list;
    this.pages = pages;
    this.reading = reading;
    this.documents = documents;
    this.clock = clock;
  }

  @GetMapping("/cases")
  ModelAndView list(
      @RequestParam(defaultValue = CaseFilter.OPEN) String state,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(required = false) @Nullable Long after,
      Actor.Person person) {
    var filter = CaseFilter.of(state, mine);
    var now = clock.instant();
    return new ModelAndView(
        "cases/following/list",
        Map.of(
            "filter", filter,
            "counts", list.counts(person, mine, now),
            "slice", list.of(person, filter, after, SIZE, now)));
  }

  @GetMapping("/cases/{number}")
  ModelAndView page(@PathVariable String number, Actor actor) {
    return pages.show(number, actor);
  }

  /// Always a download, never shown within the site: what others upload is not ours to run.
  @GetMapping("/cases/{number}/documents/{document}")
  ResponseEntity<byte[]> document(
      @PathVariable String number, @PathVariable long document, Actor actor) {
    var head = reading.head(number, actor, clock.instant()).orElseThrow(NotFound::new);
    var officers = actor.readsAll() || CaseReading.officer(head, actor);
    var file = documents.of(head.id(), document, officers).orElseThrow(NotFound::new);
    if (actor instanceof Actor.Person person) {
      documents.opened(document, person.id(), clock.instant());
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .body(file.content());
  }
}
