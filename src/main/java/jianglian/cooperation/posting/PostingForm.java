package jianglian.cooperation.posting;

import java.util.Arrays;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Side;

/// The forms people post with. A thesis of an investor and a project that raises money are an offer
/// and a need of type capital with fields of their own.
public enum PostingForm {
  NEED("need", "/needs", Side.NEED),
  OFFER("offer", "/offers", Side.OFFER),
  PROJECT("project", "/projects", Side.NEED),
  THESIS("thesis", "/theses", Side.OFFER);

  private final String code;
  private final String path;
  private final Side side;

  PostingForm(String code, String path, Side side) {
    this.code = code;
    this.path = path;
    this.side = side;
  }

  /// The word in message keys and drafts.
  public String code() {
    return code;
  }

  /// Where it is filled in: `/theses/new`.
  public String path() {
    return path;
  }

  public Side side() {
    return side;
  }

  public boolean capital() {
    return this == PROJECT || this == THESIS;
  }

  /// The form a listing of that kind is changed with.
  static PostingForm of(Side side, ListingType type) {
    var capital = type == ListingType.CAPITAL;
    if (side == Side.NEED) return capital ? PROJECT : NEED;
    return capital ? THESIS : OFFER;
  }

  static PostingForm of(Listing listing) {
    return of(listing.side(), listing.content().type());
  }

  static PostingForm at(String path) {
    return Arrays.stream(values())
        .filter(it -> it.path.equals("/" + path))
        .findFirst()
        .orElseThrow();
  }
}
