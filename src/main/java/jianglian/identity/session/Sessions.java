package jianglian.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/// Begins a person's session in this browser.
@Component
public class Sessions {
  /// The invitation a visitor came with outlives signing in; nothing else does.
  public static final String INVITATION = "jianglian.invitation";

  private final SecurityContextRepository contexts;

  Sessions(SecurityContextRepository contexts) {
    this.contexts = contexts;
  }

  /// Whatever session the browser brought ends here: one that was planted on it is worth nothing.
  public void begin(
      HttpServletRequest request, HttpServletResponse response, long person, int sessionEpoch) {
    var brought = request.getSession(false);
    var invitation = brought == null ? null : brought.getAttribute(INVITATION);
    if (brought != null) brought.invalidate();
    request.getSession(true).setAttribute(INVITATION, invitation);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new SignedIn(person, sessionEpoch), null, List.of()));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }

  public void end(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) session.invalidate();
    SecurityContextHolder.clearContext();
  }
}
