package jianglian.publishing.harvest;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.publishing.ReleaseKind;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/park-interface/feeds/{feed:\\d{1,18}}")
class ProposalController {
  private static final String BACK = "redirect:/park-interface/feeds/";

  private final ProposalDecision decision;

  ProposalController(ProposalDecision decision) {
    this.decision = decision;
  }

  /// The ticked ones, or with `upTo` all that wait, up to the last one the page knew of.
  @PostMapping("/approvals")
  String approve(
      @PathVariable long feed,
      @RequestParam(defaultValue = "") List<Long> proposal,
      @RequestParam(defaultValue = "0") long upTo,
      Actor.Person person) {
    decision.approve(feed, decision.chosen(feed, proposal, upTo), person);
    return BACK + feed;
  }

  @PostMapping("/declines")
  String decline(
      @PathVariable long feed,
      @RequestParam(defaultValue = "") List<Long> proposal,
      @RequestParam(defaultValue = "0") long upTo,
      Actor.Person person) {
    decision.decline(feed, decision.chosen(feed, proposal, upTo), person);
    return BACK + feed;
  }

  @PostMapping("/proposals/{id:\\d{1,18}}/approval")
  String approve(
      @PathVariable long feed,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String kind,
      Actor.Person person) {
    decision.approve(feed, id, ReleaseKind.of(kind).orElse(null), person);
    return BACK + feed;
  }

  @PostMapping("/proposals/{id:\\d{1,18}}/decline")
  String decline(@PathVariable long feed, @PathVariable long id, Actor.Person person) {
    decision.decline(feed, id, person);
    return BACK + feed;
  }

  @PostMapping("/proposals/{id:\\d{1,18}}/reopening")
  String reopen(@PathVariable long feed, @PathVariable long id, Actor.Person person) {
    decision.reopen(feed, id, person);
    return BACK + feed;
  }
}
