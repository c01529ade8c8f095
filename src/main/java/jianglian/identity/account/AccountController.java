package jianglian.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import jianglian.audit.Actor;
import jianglian.identity.session.ReaderLanguage;
import jianglian.identity.session.Sessions;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class AccountController {
  /// The type size chosen in this browser gives way to the one kept with the account.
  private static final ResponseCookie FORGET_TYPE =
      ResponseCookie.from("type", "").path("/").maxAge(0).sameSite("Lax").build();

  private final OwnAccounts accounts;
  private final AccountChanges changes;
  private final Sessions sessions;
  private final ReaderLanguage language;

  AccountController(
      OwnAccounts accounts, AccountChanges changes, Sessions sessions, ReaderLanguage language) {
    this.accounts = accounts;
    this.changes = changes;
    this.sessions = sessions;
    this.language = language;
  }

  @GetMapping("/account")
  String page(Actor.Person person, Model model) {
    return page(person, List.of(), model);
  }

  @PostMapping("/account")
  String describe(
      Actor.Person person,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "zh") String lang,
      @RequestParam(defaultValue = "false") boolean largeType,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    try {
      changes.describe(person, name, lang, largeType);
    } catch (InvalidInput invalid) {
      return refused(person, invalid, response, model);
    }
    language.choose(request, response, lang);
    response.addHeader(HttpHeaders.SET_COOKIE, FORGET_TYPE.toString());
    return done("account.saved", redirect);
  }

  @PostMapping("/account/password")
  String changePassword(
      Actor.Person person,
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    try {
      var epoch = changes.changePassword(person, current, password);
      sessions.begin(request, response, person.id(), epoch);
    } catch (InvalidInput invalid) {
      return refused(person, invalid, response, model);
    }
    return done("account.password-changed", redirect);
  }

  @PostMapping("/account/other-sessions/ending")
  String endOtherSessions(
      Actor.Person person,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes redirect) {
    sessions.begin(request, response, person.id(), changes.endSessions(person));
    return done("account.sessions-ended", redirect);
  }

  @PostMapping("/account/departure")
  String leave(
      Actor.Person person,
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "false") boolean forgetName,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    try {
      changes.leave(person, current, forgetName);
    } catch (InvalidInput invalid) {
      return refused(person, invalid, response, model);
    }
    sessions.end(request);
    return "redirect:/";
  }

  private String refused(
      Actor.Person person, InvalidInput invalid, HttpServletResponse response, Model model) {
    response.setStatus(422);
    return page(person, invalid.faults(), model);
  }

  private String page(Actor.Person person, List<Fault> faults, Model model) {
    model.addAttribute("account", accounts.of(person.id()));
    model.addAttribute("faults", faults);
    return "identity/account/account";
  }

  private static String done(String notice, RedirectAttributes redirect) {
    redirect.addFlashAttribute("notice", notice);
    return "redirect:/account";
  }
}
