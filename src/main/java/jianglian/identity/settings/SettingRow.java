package jianglian.identity.settings;

import java.time.Instant;
import jianglian.web.Setting;
import org.jspecify.annotations.Nullable;

/// A setting as it stands, with the open proposal to change it, if any.
public record SettingRow(Setting<?> setting, String value, @Nullable Proposal proposal) {

  /// `park` is the founding park that proposes; null: the secretariat. `mayConfirm` and
  /// `mayWithdraw` say what the reader can do.
  public record Proposal(
      long id,
      String key,
      String value,
      String reason,
      String proposedBy,
      @Nullable String park,
      Instant at,
      boolean mayConfirm,
      boolean mayWithdraw) {}
}
