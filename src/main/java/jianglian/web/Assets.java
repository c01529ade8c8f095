package jianglian.web;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// Addresses of styles, scripts and pictures with their content's digest, so that browsers may keep
/// them for ever.
@Component
public class Assets {
  private final ResourceUrlProvider urls;
  private final Bundles bundles;

  Assets(ResourceUrlProvider urls, Bundles bundles) {
    this.urls = urls;
    this.bundles = bundles;
  }

  public String style() {
    return bundles.style.address();
  }

  public String script() {
    return bundles.script.address();
  }

  /// A single file under `static`, such as `/icon.svg`.
  public String url(String path) {
    var versioned = urls.getForLookupPath(path);
    return versioned == null ? path : versioned;
  }
}
