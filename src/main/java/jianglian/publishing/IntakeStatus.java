package jianglian.publishing;

import com.fasterxml.jackson.annotation.JsonValue;

/// What became of one row.
public enum IntakeStatus {
  CREATED("created"),
  UPDATED("updated"),
  UNCHANGED("unchanged"),
  REFUSED("refused");

  private final String code;

  IntakeStatus(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
