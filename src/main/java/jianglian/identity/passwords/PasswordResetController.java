package jianglian.identity.passwords;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import jianglian.audit.Cryptography;
import jianglian.identity.throttle.Subject;
import jianglian.identity.throttle.Throttle;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import jianglian.web.MailAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PasswordResetController {
  private static final String RESET = "jianglian.password-reset";

  private final PasswordResets resets;
  private final Throttle throttle;

  PasswordResetController(PasswordResets resets, Throttle throttle) {
    this.resets = resets;
    this.throttle = throttle;
  }

  @GetMapping("/password-reset")
  String form(HttpSession session, Model model) {
    return form("", false, List.of(), model);
  }

  /// The answer is the same whether someone has this address or not.
  @PostMapping("/password-reset")
  String request(
      @RequestParam(defaultValue = "") String email,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    var address = MailAddress.of(email);
    if (address.isEmpty()) {
      response.setStatus(422);
      var fault = Fault.at("/email", "account.mail-malformed");
      return form(email, false, List.of(fault), model);
    }
    throttle.begin(
        List.of(
            Subject.rare("password-reset", address.get().address()),
            Subject.address("password-reset", request.getRemoteAddr())));
    resets.request(address.get());
    return form("", true, List.of(), model);
  }

  /// The link's secret goes into the session and out of the address.
  @GetMapping("/password-resets/{token}")
  String open(@PathVariable String token, HttpSession session) {
    session.setAttribute(RESET, Cryptography.digest(token));
    return "redirect:/new-password";
  }

  @GetMapping("/new-password")
  String choose(HttpSession session, Model model) {
    return choose(session, List.of(), model);
  }

  @PostMapping("/new-password")
  String reset(
      @RequestParam(defaultValue = "") String password,
      HttpSession session,
      HttpServletResponse response,
      Model model) {
    try {
      if (!resets.reset(digest(session), new NewPassword(password))) throw new ResetNotValid();
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return choose(session, invalid.faults(), model);
    }
    session.invalidate();
    return "redirect:/sign-in";
  }

  private String choose(HttpSession session, List<Fault> faults, Model model) {
    var owner = resets.byDigest(digest(session)).orElseThrow(ResetNotValid::new);
    model.addAttribute("username", owner.username());
    model.addAttribute("faults", faults);
    return "identity/passwords/new-password";
  }

  private static String digest(HttpSession session) {
    if (session.getAttribute(RESET) instanceof String digest) return digest;
    throw new ResetNotValid();
  }

  private static String form(String email, boolean sent, List<Fault> faults, Model model) {
    model.addAttribute("email", email);
    model.addAttribute("sent", sent);
    model.addAttribute("faults", faults);
    return "identity/passwords/password-reset";
  }
}
