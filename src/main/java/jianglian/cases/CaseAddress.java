package jianglian.cases;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/// Where a case is read: its number is Chinese, so an address that leaves the page is encoded.
public final class CaseAddress {
  private CaseAddress() {}

  public static String of(String number) {
    return "/cases/" + UriUtils.encodePathSegment(number, StandardCharsets.UTF_8);
  }
}
