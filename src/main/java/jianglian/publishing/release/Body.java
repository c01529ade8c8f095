package jianglian.publishing.release;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;

/// The text of a release as it was sent, what is shown of it, and its first words for lists. Only
/// what was sent is kept in versions.
@JsonIncludeProperties({"source", "format"})
public record Body(String source, BodyFormat format, String html, String lead) {
  public static final Body EMPTY = new Body("", BodyFormat.TEXT, "", "");
  private static final int LEAD = 120;

  @JsonCreator
  public static Body of(String source, BodyFormat format) {
    var html = RichText.html(source, format);
    return new Body(source, format, html, RichText.lead(html, LEAD));
  }

  boolean says(Body other) {
    return source.equals(other.source) && format == other.format;
  }
}
