package jianglian.publishing.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One thing a policy gives: to whom, on which conditions, how much. `amountMax` in yuan.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Clause(
    String title,
    String audience,
    List<String> conditions,
    String support,
    @Nullable Long amountMax,
    @Nullable Delivery delivery,
    @Nullable String office) {

  /// How support reaches those entitled: without application, by a short one, or by a full one.
  public enum Delivery {
    EXEMPT("exempt"),
    FAST("fast"),
    APPLY("apply");

    private final String code;

    Delivery(String code) {
      this.code = code;
    }

    @JsonValue
    public String code() {
      return code;
    }

    public static Optional<Delivery> of(String code) {
      return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }

    public static List<String> codes() {
      return Arrays.stream(values()).map(Delivery::code).toList();
    }
  }
}
