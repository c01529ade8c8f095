package jianglian.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.identity.firstrun.FirstRun;
import jianglian.identity.throttle.TryLater;
import jianglian.web.Fault;
import jianglian.web.ReturnAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {
  private static final String HOME = "/workspace";

  private final SignIn signIn;
  private final FirstRun firstRun;
  private final ReaderLanguage language;

  SignInController(SignIn signIn, FirstRun firstRun, ReaderLanguage language) {
    this.signIn = signIn;
    this.firstRun = firstRun;
    this.language = language;
  }

  /// The form's secret needs a session; its cookie must go out before the page is long.
  @GetMapping("/sign-in")
  String form(
      @RequestParam(defaultValue = "") String to, Actor actor, HttpSession session, Model model) {
    var address = ReturnAddress.of(to, HOME);
    if (actor.signedIn()) return "redirect:" + address.path();
    if (firstRun.pending()) return "redirect:/first-run";
    return form("", address, List.of(), model);
  }

  @PostMapping("/sign-in")
  String enter(
      @RequestParam(defaultValue = "") String username,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String to,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var address = ReturnAddress.of(to, HOME);
    try {
      var account = signIn.enter(username, password, request, response);
      if (account != null) {
        language.begin(request, response, account.lang());
        return "redirect:" + address.path();
      }
      response.setStatus(422);
      return form(username, address, List.of(Fault.at("/password", "sign-in.wrong")), model);
    } catch (TryLater later) {
      response.setStatus(429);
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(later.seconds()));
      return form(username, address, List.of(later.at("/password")), model);
    }
  }

  /// Where a form lands whose secret field was missing or has run out.
  @RequestMapping("/form-expired")
  String expired() {
    throw new FormExpired();
  }

  private static String form(String username, ReturnAddress to, List<Fault> faults, Model model) {
    model.addAttribute("username", username);
    model.addAttribute("to", to.path());
    model.addAttribute("faults", faults);
    return "identity/session/sign-in";
  }
}
