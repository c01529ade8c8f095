package jianglian.portal.search;

import java.time.Instant;
import java.time.LocalDate;
import jianglian.web.Page;
import org.jspecify.annotations.Nullable;

/// One thing found. `titleHtml` and `snippetHtml` are escaped, with the words found marked. `kind`
/// is as fine as people speak: `policy`, `notice`, `news`, `need`, `offer`, `park`, `organisation`.
public record Found(Row row, String titleHtml, String snippetHtml) {

  public record Row(
      String source,
      long id,
      String kind,
      @Nullable String code,
      @Nullable String park,
      @Nullable String parkEn,
      @Nullable String by,
      @Nullable String number,
      @Nullable Instant at,
      @Nullable LocalDate until) {}

  public String address() {
    return switch (row.source()) {
      case "park" -> "/parks/" + row.code();
      default -> "/" + row.source() + "s/" + row.id();
    };
  }

  public String from(Page page) {
    if (row.park() != null && row.parkEn() != null) return page.either(row.park(), row.parkEn());
    return page.text("portal.alliance-itself");
  }

  public boolean over(LocalDate today) {
    return row.until() != null && row.until().isBefore(today);
  }
}
