package jianglian.identity.grants;

import java.time.Instant;
import java.util.List;
import jianglian.audit.Role;
import jianglian.web.Slice;
import org.jspecify.annotations.Nullable;

/// Who holds what, who is invited, who asks to join: as far as the reader manages it.
public record PeoplePage(
    Slice<Held> held,
    List<Invited> invited,
    List<Asking> asking,
    List<Role> roles,
    List<Place> places) {

  public record Held(
      long id,
      String name,
      @Nullable String email,
      Role role,
      String scope,
      Instant from,
      @Nullable Instant until) {}

  public record Invited(
      long id, String name, String email, Role role, String scope, Instant expires) {}

  public record Asking(
      long id, String name, @Nullable String email, String organisation, Instant at) {}

  /// Where a role can hold; `value` such as `alliance`, `park:17`.
  public record Place(String value, String name) {}
}
