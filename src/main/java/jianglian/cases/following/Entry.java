package jianglian.cases.following;

import java.time.Instant;
import jianglian.cases.CaseState;
import org.jspecify.annotations.Nullable;

/// One entry of the timeline with the document that came with it.
public record Entry(
    long id,
    String kind,
    @Nullable String state,
    @Nullable Integer position,
    @Nullable String officer,
    @Nullable String result,
    @Nullable String reason,
    String text,
    boolean amongOfficers,
    @Nullable String person,
    @Nullable String client,
    Instant at,
    @Nullable Paper paper) {

  public @Nullable CaseState reached() {
    return state == null ? null : CaseState.of(state);
  }

  /// A document; `readers`: who has opened it.
  public record Paper(
      long id,
      String fileName,
      long size,
      String digest,
      boolean removed,
      @Nullable Long uploader,
      @Nullable String readers) {
    public String sizeWords() {
      if (size < 1024 * 1024) return Math.max(1, size / 1024) + " KB";
      return "%.1f MB".formatted(size / 1024.0 / 1024.0);
    }
  }
}
