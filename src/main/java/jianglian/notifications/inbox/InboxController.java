package jianglian.notifications.inbox;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import jianglian.audit.Actor;
import jianglian.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class InboxController {
  private static final int SIZE = 30;

  private final Inboxes inboxes;
  private final MailWishes wishes;
  private final Clock clock;

  InboxController(Inboxes inboxes, MailWishes wishes, Clock clock) {
    this.inboxes = inboxes;
    this.wishes = wishes;
    this.clock = clock;
  }

  @GetMapping("/inbox")
  ModelAndView inbox(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam(required = false) @Nullable Long after,
      Actor.Person person) {
    var chosen =
        Arrays.stream(NoticeKind.values())
            .filter(it -> it.code().equals(kind))
            .findFirst()
            .orElse(null);
    var model = new HashMap<String, @Nullable Object>();
    model.put("kind", chosen);
    model.put("unread", unread);
    model.put("wishes", wishes.of(person.id()));
    model.put("slice", inboxes.of(person.id(), chosen, unread, after, SIZE));
    return new ModelAndView("notifications/inbox/inbox", model);
  }

  /// Reading on marks a notice as read; by POST, since it changes something.
  @PostMapping("/inbox/{notice}/reading")
  String open(@PathVariable long notice, Actor.Person person) {
    return "redirect:"
        + inboxes.open(person.id(), notice, clock.instant()).orElseThrow(NotFound::new);
  }

  @PostMapping("/inbox/reading")
  String readAll(Actor.Person person) {
    inboxes.readAll(person.id(), clock.instant());
    return "redirect:/inbox";
  }

  @PostMapping("/inbox/mail")
  String mail(@RequestParam Map<String, String> form, Actor.Person person) {
    wishes.set(person, form.keySet());
    return "redirect:/inbox";
  }
}
