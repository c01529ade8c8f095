package jianglian.oversight.chain;

import jianglian.audit.Actor;
import jianglian.audit.AuditChain;
import jianglian.audit.AuditChecks;
import jianglian.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

@Controller
class ChainController {
  private final AuditChain chain;
  private final AuditChecks checks;

  ChainController(AuditChain chain, AuditChecks checks) {
    this.chain = chain;
    this.checks = checks;
  }

  @GetMapping("/audit/chain")
  String state(Actor.Person person, Model model) {
    if (!person.readsAll()) throw new NotFound();
    model.addAttribute("state", chain.state());
    model.addAttribute("head", chain.newestHead().orElse(null));
    model.addAttribute("check", checks.newest().orElse(null));
    return "oversight/chain/chain";
  }

  /// The piece of the page that follows a running verification.
  @GetMapping("/audit/chain/check")
  String check(Actor.Person person, Model model) {
    if (!person.readsAll()) throw new NotFound();
    model.addAttribute("check", checks.newest().orElse(null));
    return "oversight/chain/check";
  }

  @PostMapping("/audit/chain/check")
  String start(Actor.Person person) {
    if (!person.readsAll()) throw new NotFound();
    checks.start(person);
    return "redirect:/audit/chain";
  }
}
