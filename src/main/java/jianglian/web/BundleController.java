package jianglian.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

@Controller
class BundleController {
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Bundles bundles;

  BundleController(Bundles bundles) {
    this.bundles = bundles;
  }

  @GetMapping("/assets/{name}")
  ResponseEntity<byte[]> bundle(
      @PathVariable String name,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false)
          @Nullable String accepted) {
    var bundle = bundles.named(name).orElseThrow(NotFound::new);
    var answer =
        ResponseEntity.ok()
            .cacheControl(FOR_EVER)
            .header(HttpHeaders.CONTENT_TYPE, bundle.type())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    var zipped = accepted != null && accepted.contains("gzip");
    if (zipped) answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    return answer.body(zipped ? bundle.gzip() : bundle.plain());
  }
}
