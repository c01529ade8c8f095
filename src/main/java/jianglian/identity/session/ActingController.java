package jianglian.identity.session;

import jakarta.servlet.http.HttpSession;
import jianglian.audit.Actor;
import jianglian.web.NotFound;
import jianglian.web.ReturnAddress;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Someone who holds several authorities says in which one they act from here on.
@Controller
class ActingController {
  @PostMapping("/acting")
  String act(
      Actor.Person person,
      @RequestParam long authority,
      @RequestParam(defaultValue = "") String to,
      HttpSession session) {
    if (person.authorities().stream().noneMatch(it -> it.id() == authority)) throw new NotFound();
    session.setAttribute(CurrentActor.ACTING, authority);
    return "redirect:" + ReturnAddress.of(to, "/workspace").path();
  }
}
