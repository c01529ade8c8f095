package jianglian.publishing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

public enum ReleaseState {
  DRAFT("draft"),
  IN_REVIEW("in-review"),
  RETURNED("returned"),
  PUBLISHED("published"),
  /// Published, but its validity has run out.
  STALE("stale"),
  WITHDRAWN("withdrawn"),
  MERGED("merged");

  private final String code;

  ReleaseState(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  /// Whether everyone may read it.
  public boolean open() {
    return this == PUBLISHED || this == STALE;
  }

  public static ReleaseState of(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst().orElseThrow();
  }
}
