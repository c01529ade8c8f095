package jianglian.publishing.feeds;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import jianglian.audit.Actor;
import jianglian.audit.Cryptography;
import jianglian.publishing.reading.ReleaseFeed;
import jianglian.publishing.reading.ReleaseQuery;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The newest releases under the same parameters as the list page. Feeds are the same for everyone,
/// so other sites may read them too.
@RestController
class FeedController {
  private static final Actor EVERYONE = new Actor.Visitor();

  private final ReleaseFeed releases;
  private final FeedFormats formats;

  FeedController(ReleaseFeed releases, FeedFormats formats) {
    this.releases = releases;
    this.formats = formats;
  }

  @GetMapping({
    "/feeds/releases.{format:atom|rss|json}",
    "/api/v1/feeds/releases.{format:atom|rss|json}"
  })
  ResponseEntity<byte[]> feed(
      @PathVariable String format, @ModelAttribute ReleaseQuery query, HttpServletRequest request) {
    var site = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    var feed =
        new Feed(
            site,
            site + "/feeds/releases." + format + query.parameters(),
            site + "/releases" + query.parameters(),
            releases.entries(query, EVERYONE));
    var body = formats.write(feed, format);
    var etag = "\"" + Cryptography.digest(body).substring(0, 24) + "\"";
    var answer =
        ResponseEntity.ok()
            .eTag(etag)
            .cacheControl(CacheControl.noCache())
            .header("Access-Control-Allow-Origin", "*");
    if (etag.equals(request.getHeader("If-None-Match"))) {
      return ResponseEntity.status(304).eTag(etag).cacheControl(CacheControl.noCache()).build();
    }
    return answer.contentType(type(format)).body(body);
  }

  private static MediaType type(String format) {
    return switch (format) {
      case "atom" -> new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
      case "rss" -> new MediaType("application", "rss+xml", StandardCharsets.UTF_8);
      default -> new MediaType("application", "feed+json", StandardCharsets.UTF_8);
    };
  }
}
