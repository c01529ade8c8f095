package jianglian.identity.firstrun;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import jianglian.identity.account.AccountOpening.Wish;
import jianglian.identity.session.Sessions;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import jianglian.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class FirstRunController {
  private final FirstRun firstRun;
  private final FirstRunCode code;
  private final FirstAdministrator administrator;
  private final Sessions sessions;

  FirstRunController(
      FirstRun firstRun, FirstRunCode code, FirstAdministrator administrator, Sessions sessions) {
    this.firstRun = firstRun;
    this.code = code;
    this.administrator = administrator;
    this.sessions = sessions;
  }

  @GetMapping("/first-run")
  String form(HttpSession session, Model model) {
    if (!firstRun.pending()) throw new NotFound();
    return form("", "", List.of(), model);
  }

  @PostMapping("/first-run")
  String make(
      @RequestParam(name = "code", defaultValue = "") String typedCode,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!firstRun.pending()) throw new NotFound();
    try {
      var lang = request.getLocale().getLanguage().equals("en") ? "en" : "zh";
      var person = administrator.make(typedCode, Wish.of(name, email, password, lang));
      code.forget();
      sessions.begin(request, response, person, 0);
      return "redirect:/parks/new";
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return form(name, email, invalid.faults(), model);
    }
  }

  private static String form(String name, String email, List<Fault> faults, Model model) {
    model.addAttribute("name", name);
    model.addAttribute("email", email);
    model.addAttribute("faults", faults);
    return "identity/firstrun/first-run";
  }
}
