package jianglian.search.lucene;

/// One row of one kind; written `kind:id` in the index.
record Key(String kind, long id) {
  static Key of(String text) {
    var colon = text.lastIndexOf(':');
    return new Key(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
  }

  String text() {
    return kind + ":" + id;
  }
}
