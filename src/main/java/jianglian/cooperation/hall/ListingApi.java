package jianglian.cooperation.hall;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jianglian.audit.Actor;
import jianglian.cooperation.Side;
import jianglian.web.NotFound;
import jianglian.web.Slice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "needs and offers")
@RestController
@RequestMapping("/api/v1")
class ListingApi {
  private static final int MOST = 100;

  private final Hall hall;
  private final ShownListings listings;

  ListingApi(Hall hall, ShownListings listings) {
    this.hall = hall;
    this.listings = listings;
  }

  @Operation(summary = "Search needs; with a park's token its own that are not public yet, too")
  @GetMapping("/needs")
  Slice<ListingDocument> needs(
      HallQuery query, @RequestParam(defaultValue = "20") int size, Actor actor) {
    return search(Side.NEED, query, size, actor);
  }

  @Operation(summary = "Search offers; with a park's token its own that are not public yet, too")
  @GetMapping("/offers")
  Slice<ListingDocument> offers(
      HallQuery query, @RequestParam(defaultValue = "20") int size, Actor actor) {
    return search(Side.OFFER, query, size, actor);
  }

  @Operation(summary = "The public part of a need")
  @GetMapping("/needs/{id:\\d+}")
  ListingDocument need(@PathVariable long id, Actor actor) {
    return one(Side.NEED, id, actor);
  }

  @Operation(summary = "The public part of an offer")
  @GetMapping("/offers/{id:\\d+}")
  ListingDocument offer(@PathVariable long id, Actor actor) {
    return one(Side.OFFER, id, actor);
  }

  private ListingDocument one(Side side, long id, Actor actor) {
    return listings
        .visible(side, id, actor)
        .map(it -> ListingDocument.of(it, actor))
        .orElseThrow(NotFound::new);
  }

  private Slice<ListingDocument> search(Side side, HallQuery asked, int size, Actor actor) {
    var query = asked.on(side);
    var found = hall.slice(query, actor, Math.clamp(size, 1, MOST));
    return found.map(it -> ListingDocument.of(it, actor));
  }
}
