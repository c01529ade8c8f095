package jianglian.cases;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// Where an introduction case stands, and where it may go from there.
public enum CaseState {
  WAITING("waiting"),
  TAKEN("taken"),
  IN_CONTACT("in-contact"),
  MET("met"),
  LETTER_OF_INTENT("letter-of-intent"),
  AGREEMENT("agreement"),
  REALISED("realised"),
  NOT_REACHED("not-reached"),
  CLOSED("closed");

  private final String code;

  CaseState(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /// The message key of its name.
  public String key() {
    return "case.state." + code;
  }

  /// The steps that may be recorded from here, the usual one first. Taking and closing are acts of
  /// their own. Firms that know each other meet without a call before, and agree without a letter;
  /// a no is temporary, so talks may be taken up again.
  public Set<CaseState> steps() {
    return switch (this) {
      case TAKEN -> EnumSet.of(IN_CONTACT, MET, NOT_REACHED);
      case IN_CONTACT -> EnumSet.of(MET, NOT_REACHED);
      case MET -> EnumSet.of(LETTER_OF_INTENT, AGREEMENT, NOT_REACHED);
      case LETTER_OF_INTENT -> EnumSet.of(AGREEMENT, NOT_REACHED);
      case AGREEMENT -> EnumSet.of(REALISED, NOT_REACHED);
      case NOT_REACHED -> EnumSet.of(IN_CONTACT);
      case WAITING, REALISED, CLOSED -> EnumSet.noneOf(CaseState.class);
    };
  }

  /// Signed papers and money are recorded by officers only; contact and meetings by the firms too.
  public boolean recordedByOfficers() {
    return this == LETTER_OF_INTENT || this == AGREEMENT || this == REALISED;
  }

  public static CaseState of(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst().orElseThrow();
  }
}
