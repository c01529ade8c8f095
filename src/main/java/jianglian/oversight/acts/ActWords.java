package jianglian.oversight.acts;

import java.util.List;
import java.util.Optional;
import jianglian.web.Choice;
import jianglian.web.Page;

/// What acts and the things they were done to are called on screen, and where such a thing is
/// shown. The record itself keeps codes; one without words is shown as it is.
public final class ActWords {
  public static final List<String> ACTS =
      List.of(
          "account-described",
          "account-opened",
          "api-client-issued",
          "api-client-revoked",
          "audit-key-introduced",
          "authority-ended",
          "authority-given",
          "case-closed",
          "case-document-added",
          "case-document-removed",
          "case-handed-over",
          "case-late",
          "case-noted",
          "case-opened",
          "case-step-taken",
          "case-taken",
          "chain-imported",
          "feed-added",
          "feed-changed",
          "feed-paused",
          "feed-proposals-found",
          "feed-removed",
          "feed-resumed",
          "interest-accepted",
          "interest-expressed",
          "interest-refused",
          "interest-withdrawn",
          "invitation-accepted",
          "invitation-withdrawn",
          "joining-accepted",
          "joining-asked",
          "joining-refused",
          "mail-wishes-set",
          "match-judged",
          "match-judgement-taken-back",
          "match-model-asked",
          "match-model-kept",
          "match-model-returned",
          "need-changed",
          "need-checked",
          "need-drafted",
          "need-expired",
          "need-paused",
          "need-posted",
          "need-renewed",
          "need-resumed",
          "need-sent-back",
          "need-solved",
          "need-withdrawn",
          "offer-changed",
          "offer-checked",
          "offer-drafted",
          "offer-expired",
          "offer-paused",
          "offer-posted",
          "offer-renewed",
          "offer-resumed",
          "offer-sent-back",
          "offer-solved",
          "offer-withdrawn",
          "officer-absence-noted",
          "officer-absence-withdrawn",
          "officer-substitute-named",
          "organisation-admitted",
          "organisation-applied",
          "organisation-described",
          "organisation-identified",
          "organisation-refused",
          "park-added",
          "park-described",
          "password-changed",
          "password-reset",
          "password-reset-requested",
          "person-added",
          "person-invited",
          "person-left",
          "personal-values-erased",
          "proposal-approved",
          "proposal-declined",
          "proposal-reopened",
          "release-archived",
          "release-brought-back",
          "release-change-confirmed",
          "release-confirmed-valid",
          "release-delivered",
          "release-drafted",
          "release-edited",
          "release-expired",
          "release-handed-back",
          "release-merged",
          "release-published",
          "release-redelivered",
          "release-returned",
          "release-submitted",
          "release-withdrawn",
          "release-written",
          "sessions-ended",
          "setting-changed",
          "setting-proposal-refused",
          "setting-proposed",
          "signed-in");

  private ActWords() {}

  public static String act(Page page, String code) {
    return page.texts().find(page.locale(), "act." + code).orElse(code);
  }

  public static String kind(Page page, String code) {
    return page.texts().find(page.locale(), "act-object." + code).orElse(code);
  }

  public static List<Choice> choices(Page page) {
    return ACTS.stream().map(it -> new Choice(it, act(page, it))).toList();
  }

  /// The page of what was acted upon, where it has one.
  public static Optional<String> address(String kind, String id) {
    return switch (kind) {
      case "release", "need", "offer", "case", "organisation", "interest" ->
          Optional.of("/" + kind + "s/" + id);
      default -> Optional.empty();
    };
  }
}
