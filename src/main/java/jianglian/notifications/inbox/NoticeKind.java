package jianglian.notifications.inbox;

import java.util.Arrays;

/// What a notice is about. What waits for someone's act also goes by mail unless that person says
/// otherwise; what merely informs does only when asked for.
public enum NoticeKind {
  INTEREST("interest", true),
  CASE("case", true),
  LISTING("listing", true),
  MATCH("match", false),
  RELEASE("release", false),
  ORGANISATION("organisation", true);

  private final String code;
  private final boolean mailed;

  NoticeKind(String code, boolean mailed) {
    this.code = code;
    this.mailed = mailed;
  }

  public String code() {
    return code;
  }

  /// The message key of its name.
  public String key() {
    return "notice.kind." + code;
  }

  public boolean mailedUsually() {
    return mailed;
  }

  public static NoticeKind of(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst().orElseThrow();
  }
}
