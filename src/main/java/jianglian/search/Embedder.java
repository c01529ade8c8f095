package jianglian.search;

/// Turns text into vectors with the model named by [#model].
public interface Embedder {
  String model();

  /// False while the model is being loaded, or if it cannot be.
  default boolean ready() {
    return true;
  }

  /// One query or fresh listing, ahead of any backlog. 512 floats of unit length.
  float[] embed(String text);

  /// A question a person typed: what answers a question is seldom put in its words, so it gets a
  /// map of its own on top. 512 floats of unit length.
  float[] question(String text);
}
