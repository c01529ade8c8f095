package jianglian.search.changes;

/// One row of one kind; written `kind:id` in the index.
public record Key(String kind, long id) {
  public static Key of(String text) {
    var colon = text.lastIndexOf(':');
    return new Key(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
  }

  public String text() {
    return kind + ":" + id;
  }
}
