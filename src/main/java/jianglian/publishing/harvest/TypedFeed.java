package jianglian.publishing.harvest;

import jianglian.publishing.ReleaseKind;

/// A feed as somebody typed it.
public record TypedFeed(String url, String name, String kind) {
  static final TypedFeed NOTHING = new TypedFeed("", "", ReleaseKind.NOTICE.code());
}
