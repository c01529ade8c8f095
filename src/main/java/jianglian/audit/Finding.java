package jianglian.audit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something in the record that is not as it was sealed. `position` is the first link concerned
/// ([#OUTSIDE] where there is none), `entry` the act's id where one is known, `other` the position
/// or field that belongs to the kind's sentence, `keeper` whose head tells it, empty for those on
/// record here.
public record Finding(
    Kind kind,
    long position,
    @Nullable Long entry,
    @Nullable String other,
    @Nullable String keeper) {
  public static final long OUTSIDE = Long.MAX_VALUE;

  /// The message key of the sentence that tells it.
  public String key() {
    return "audit.finding." + kind.code();
  }

  /// What the sentence's places are filled with; `here` is the word for this instance's own heads.
  public Object[] arguments(String here) {
    var whose = keeper == null || keeper.isEmpty() ? here : keeper;
    return new Object[] {
      Long.toString(position),
      entry == null ? "?" : Long.toString(entry),
      other == null ? "?" : other,
      whose
    };
  }

  /// Where the break is certain to have happened: a head that differs only says that it lies
  /// somewhere before the head.
  public long certainAt() {
    return kind == Kind.HEAD_DIFFERS && other != null ? Long.parseLong(other) : position;
  }

  /// In the order in which they matter at one position.
  public enum Kind {
    /// A link of the chain is gone.
    SEAL_MISSING,
    /// The act that was sealed here is gone.
    ENTRY_MISSING,
    /// The link or the act that belongs here lies at position `other`.
    ORDER_CHANGED,
    /// The act reads differently from what was sealed.
    CONTENT_CHANGED,
    /// The link does not follow from the one before.
    LINK_BROKEN,
    /// A digest of an algorithm that is not known here.
    ALGORITHM_UNKNOWN,
    /// The chain from here up to the head's position, `other`, is not the one that was signed.
    HEAD_DIFFERS,
    /// The chain ends before the head's position, `other`.
    CHAIN_SHORTER,
    /// The head's signature does not fit the head.
    HEAD_SIGNATURE_WRONG,
    /// The head was signed with a key that this instance does not know.
    KEY_DIFFERS,
    /// A head that was handed out is no longer on record here.
    HEAD_MISSING,
    /// An act stands in the record but outside the chain.
    ADDED_OUTSIDE,
    /// A personal value is not the one committed to; `other` is its field.
    PERSONAL_CHANGED;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
