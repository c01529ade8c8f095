package jianglian.search.embedding;

/// A text of a row that has no vector of the current model yet.
public record Lacking(String kind, long id, Part part, String text) {
  String digest() {
    return part.digest(text);
  }
}
