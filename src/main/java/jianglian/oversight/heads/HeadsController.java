package jianglian.oversight.heads;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.audit.AuditChain;
import jianglian.audit.AuditHead;
import jianglian.audit.Role;
import jianglian.web.NotFound;
import jianglian.web.Slice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Heads for whoever keeps them: a park's system by its token, people on the page.
@RestController
class HeadsController {
  private static final int MOST = 100;
  private static final int FILE = 100_000;

  private final AuditChain chain;

  HeadsController(AuditChain chain) {
    this.chain = chain;
  }

  /// Heads above position `after`, ascending.
  @GetMapping("/api/v1/audit/heads")
  Slice<AuditHead> heads(
      Actor.Client client,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "100") int size) {
    var most = Math.clamp(size, 1, MOST);
    var heads = chain.heads(after, most + 1);
    return Slice.of(heads, most, it -> Long.toString(it.position()));
  }

  @GetMapping("/audit/heads.json")
  List<AuditHead> file(Actor.Person person) {
    if (!person.readsAll() && !person.holdsAny(Role.PARK_ADMINISTRATOR)) throw new NotFound();
    return chain.heads(-1, FILE);
  }
}
