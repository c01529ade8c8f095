package jianglian.identity.signup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import jianglian.identity.account.AccountOpening.Wish;
import jianglian.identity.session.Sessions;
import jianglian.identity.throttle.Subject;
import jianglian.identity.throttle.Throttle;
import jianglian.parks.Identification;
import jianglian.parks.Park;
import jianglian.parks.Parks;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import jianglian.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SignUpController {
  private final Parks parks;
  private final SigningUp signingUp;
  private final Throttle throttle;
  private final Sessions sessions;
  private final Pages pages;

  SignUpController(
      Parks parks, SigningUp signingUp, Throttle throttle, Sessions sessions, Pages pages) {
    this.parks = parks;
    this.signingUp = signingUp;
    this.throttle = throttle;
    this.sessions = sessions;
    this.pages = pages;
  }

  @GetMapping("/sign-up")
  String form(@RequestParam(defaultValue = "") String park, HttpSession session, Model model) {
    return form(SignUpForm.in(park), List.of(), model);
  }

  @PostMapping("/sign-up")
  String signUp(
      SignUpForm form,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes redirect) {
    throttle.begin(List.of(Subject.address("sign-up", request.getRemoteAddr())));
    try {
      var lang = pages.of(request).chinese() ? "zh" : "en";
      var signedUp = signUp(form, lang);
      sessions.begin(request, response, signedUp.person(), 0);
      if (signedUp.organisation().isPresent()) {
        return "redirect:/organisations/" + signedUp.organisation().get();
      }
      redirect.addFlashAttribute("notice", "sign-up.joining");
      return "redirect:/account";
    } catch (InvalidInput invalid) {
      response.setStatus(422);
      return form(form, invalid.faults(), model);
    }
  }

  private SigningUp.SignedUp signUp(SignUpForm form, String lang) {
    var faults = new ArrayList<Fault>();
    var park = park(form, faults);
    var identification = reading(() -> Identification.of(form.identification()), "/name", faults);
    var wish =
        reading(
            () ->
                Wish.of(
                    SignUpForm.text(form.person()),
                    SignUpForm.text(form.email()),
                    SignUpForm.text(form.password()),
                    lang),
            "/person",
            faults);
    if (park.isEmpty() || identification == null || wish == null) throw new InvalidInput(faults);
    return signingUp.signUp(park.get(), identification, wish);
  }

  private Optional<Park> park(SignUpForm form, List<Fault> faults) {
    var code = SignUpForm.text(form.park());
    var park = parks.members().stream().filter(it -> it.code().equals(code)).findFirst();
    if (park.isEmpty()) faults.add(Fault.at("/park", "sign-up.park-missing"));
    return park;
  }

  /// Two names stand in this form; `name` says which field a fault at `/name` belongs to.
  private static <T> @Nullable T reading(Supplier<T> read, String name, List<Fault> faults) {
    try {
      return read.get();
    } catch (InvalidInput invalid) {
      invalid.faults().stream()
          .map(it -> it.pointer().equals("/name") ? new Fault(name, it.key(), it.arguments()) : it)
          .forEach(faults::add);
      return null;
    }
  }

  private String form(SignUpForm form, List<Fault> faults, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("parks", parks.members());
    model.addAttribute("faults", faults);
    return "identity/signup/sign-up";
  }
}
