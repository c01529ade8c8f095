package jianglian.identity.grants;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.audit.Cryptography;
import jianglian.identity.session.Sessions;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import jianglian.web.Page;
import jianglian.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page an invitation's link leads to. The link's secret goes into the session at once and out
/// of the address, so that it neither shows nor travels on.
@Controller
class InvitationController {
  private final Invitations invitations;
  private final TakingUp takingUp;
  private final Sessions sessions;
  private final Pages pages;

  InvitationController(Invitations invitations, TakingUp takingUp, Sessions sessions, Pages pages) {
    this.invitations = invitations;
    this.takingUp = takingUp;
    this.sessions = sessions;
    this.pages = pages;
  }

  @GetMapping("/invitations/{token}")
  String open(@PathVariable String token, HttpSession session) {
    var digest = Cryptography.digest(token);
    if (invitations.byDigest(digest).isEmpty()) throw new LinkNotValid();
    session.setAttribute(Sessions.INVITATION, digest);
    return "redirect:/invitation";
  }

  @GetMapping("/invitation")
  String show(HttpSession session, Model model) {
    return show(digest(session), "", List.of(), model);
  }

  @PostMapping("/invitation/acceptance")
  String accept(
      Actor actor,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      HttpSession session,
      Model model) {
    var digest = digest(session);
    try {
      if (actor instanceof Actor.Person person) {
        takingUp.takeUp(digest, person);
        session.removeAttribute(Sessions.INVITATION);
      } else {
        Page page = pages.of(request);
        var id = takingUp.takeUp(digest, name, password, page.chinese() ? "zh" : "en");
        session.removeAttribute(Sessions.INVITATION);
        sessions.begin(request, response, id, 0);
      }
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return show(digest, name, invalid.faults(), model);
    }
    return "redirect:/workspace";
  }

  private String show(String digest, String name, List<Fault> faults, Model model) {
    var invitation = invitations.byDigest(digest).orElseThrow(LinkNotValid::new);
    model.addAttribute("invitation", invitation);
    model.addAttribute("name", name.isEmpty() ? invitation.name() : name);
    model.addAttribute("faults", faults);
    return "identity/grants/invitation";
  }

  private static String digest(HttpSession session) {
    if (session.getAttribute(Sessions.INVITATION) instanceof String digest) return digest;
    throw new LinkNotValid();
  }
}
