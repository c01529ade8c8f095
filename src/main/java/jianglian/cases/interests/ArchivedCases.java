package jianglian.cases.interests;

import java.util.Set;
import jianglian.cases.CaseArchive;
import jianglian.cases.CaseState;
import jianglian.cases.introductions.CaseClosing;
import jianglian.cases.introductions.CaseStepping;
import jianglian.cases.introductions.CaseTaking;
import jianglian.cases.introductions.Closing;
import jianglian.cases.introductions.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class ArchivedCases implements CaseArchive {
  private final InterestExpressing expressing;
  private final InterestAnswering answering;
  private final CaseTaking taking;
  private final CaseStepping stepping;
  private final CaseClosing closing;

  ArchivedCases(
      InterestExpressing expressing,
      InterestAnswering answering,
      CaseTaking taking,
      CaseStepping stepping,
      CaseClosing closing) {
    this.expressing = expressing;
    this.answering = answering;
    this.taking = taking;
    this.stepping = stepping;
    this.closing = closing;
  }

  @Override
  @Transactional
  public void bring(PastCase past) {
    var asking = Asking.of(past.from(), past.to(), past.message());
    var asked = expressing.express(asking, past.asker(), past.askedAt());
    if (past.acceptedAt() == null) return;
    var number = answering.accept(asked.interest(), past.accepter(), past.acceptedAt());
    for (var step : past.steps()) take(number, step);
    var end = past.end();
    if (end != null) {
      closing.close(number, new Closing(end.result(), null), end.note(), end.by(), end.at());
    }
  }

  private void take(String number, PastStep it) {
    if (it.to() == CaseState.TAKEN) {
      taking.take(number, it.by(), it.at());
    } else {
      var step = new Step(it.to(), it.note(), it.reason(), Set.of(), null);
      stepping.step(number, step, null, it.by(), it.at());
    }
  }
}
