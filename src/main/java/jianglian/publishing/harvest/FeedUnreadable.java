package jianglian.publishing.harvest;

import java.util.Locale;

/// A feed could not be read. `detail` says what of it: a status, an address; its park reads the
/// message `harvest.error.` with the reason's code.
final class FeedUnreadable extends RuntimeException {
  enum Reason {
    ADDRESS_MALFORMED,
    ADDRESS_PRIVATE,
    PORT,
    UNKNOWN_HOST,
    NO_CONNECTION,
    NO_ANSWER,
    TOO_SLOW,
    BROKEN_OFF,
    CERTIFICATE,
    STATUS,
    REDIRECTS,
    TOO_LARGE,
    WEB_PAGE,
    WEB_PAGE_WITH_FEED,
    DOCUMENT_TYPE,
    NOT_A_FEED;

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final int LONGEST_DETAIL = 300;

  private final Reason reason;
  private final String detail;

  FeedUnreadable(Reason reason, String detail) {
    super(reason.code() + " " + detail);
    this.reason = reason;
    this.detail =
        detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
  }

  Reason reason() {
    return reason;
  }

  String detail() {
    return detail;
  }
}
