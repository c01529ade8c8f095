package jianglian.matching.feedback;

import jianglian.audit.Actor;
import jianglian.cooperation.Listing;
import jianglian.cooperation.Side;
import jianglian.matching.CodedReason;
import jianglian.matching.model.FeatureValues;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/matches/{need}/{offer}/feedback")
class FeedbackController {
  private static final int NOTE_MAX = 500;

  private final Feedback feedback;

  FeedbackController(Feedback feedback) {
    this.feedback = feedback;
  }

  @PostMapping
  String judge(
      @PathVariable long need,
      @PathVariable long offer,
      @RequestParam String side,
      @RequestParam String kind,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String note,
      Actor.Person person) {
    if (note.length() > NOTE_MAX) {
      throw new InvalidInput("/note", "listing.fault.too-long", NOTE_MAX, note.length());
    }
    var text = note.replace("\u0000", "").strip();
    return switch (kind) {
      case "not-suitable" -> {
        var coded =
            CodedReason.find(reason)
                .orElseThrow(() -> new InvalidInput("/reason", "match.fault.reason"));
        var own = feedback.notSuitable(need, offer, side(side), coded, text, person);
        yield "redirect:" + own.address() + "?hidden=" + (own.id() == need ? offer : need);
      }
      case "wrong-reason" ->
          back(feedback.wrongReason(need, offer, side(side), named(reason), text, person));
      default -> throw new InvalidInput("/kind", "match.fault.reason");
    };
  }

  @PostMapping("/withdrawal")
  String takeBack(
      @PathVariable long need,
      @PathVariable long offer,
      @RequestParam String side,
      Actor.Person person) {
    return back(feedback.takeBack(need, offer, side(side), person));
  }

  private static @Nullable String named(String reason) {
    if (reason.isEmpty()) return null;
    if (FeatureValues.about(reason).isEmpty()) {
      throw new InvalidInput("/reason", "match.fault.reason");
    }
    return reason;
  }

  private static String back(Listing own) {
    return "redirect:" + own.address() + "#matches";
  }

  private static Side side(String code) {
    if (code.equals("need") || code.equals("offer")) return Side.of(code);
    throw new InvalidInput("/side", "match.fault.reason");
  }
}
