package jianglian.oversight.acts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An act with all that is known of it: its content, its personal values (`value` null when erased)
/// and its link in the chain, when it is sealed.
public record ShownAct(ActRow row, String detail, List<Personal> personal, @Nullable Link link) {
  public record Personal(String field, String commitment, @Nullable String value) {}

  public record Link(long position, String digest, String hash, String algorithm) {}
}
