package jianglian.publishing.harvest;

import org.jspecify.annotations.Nullable;

/// What a site answered.
sealed interface Fetched {
  /// Nothing has changed since the last reading.
  record Unchanged() implements Fetched {}

  /// `charset` is what the site's server says of it, `address` where it lay in the end.
  record Document(
      byte[] bytes,
      @Nullable String charset,
      FeedAddress address,
      @Nullable String etag,
      @Nullable String lastModified)
      implements Fetched {}
}
