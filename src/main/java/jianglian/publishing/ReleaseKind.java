package jianglian.publishing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

public enum ReleaseKind {
  POLICY("policy"),
  NOTICE("notice"),
  NEWS("news");

  private final String code;

  ReleaseKind(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  public static Optional<ReleaseKind> of(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(ReleaseKind::code).toList();
  }
}
