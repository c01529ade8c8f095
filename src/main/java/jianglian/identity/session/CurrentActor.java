package jianglian.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jianglian.audit.Actor;
import jianglian.identity.clients.ClientAuthentication;
import jianglian.web.Reader;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Tells who acts in a request; the person's grants are read once a request, in one query.
@Component
class CurrentActor implements Reader {
  static final String ACTING = "jianglian.acting";

  private final People people;

  CurrentActor(People people) {
    this.people = people;
  }

  @Override
  public Actor actor(HttpServletRequest request) {
    return reading(request).actor();
  }

  @Override
  public Frame frame(HttpServletRequest request) {
    return reading(request).frame();
  }

  private Reading reading(HttpServletRequest request) {
    if (request.getAttribute(Reading.class.getName()) instanceof Reading known) return known;
    var reading = read(request);
    request.setAttribute(Reading.class.getName(), reading);
    return reading;
  }

  private Reading read(HttpServletRequest request) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication instanceof ClientAuthentication client) {
      return new Reading(client.getPrincipal(), Frame.EMPTY);
    }
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
      return Reading.VISITOR;
    }
    var session = request.getSession(false);
    var acting = session == null ? null : (Long) session.getAttribute(ACTING);
    var reading = people.reading(signedIn.personId(), signedIn.sessionEpoch(), acting);
    if (reading == null) {
      if (session != null) session.invalidate();
      SecurityContextHolder.clearContext();
      return Reading.VISITOR;
    }
    return reading;
  }

  record Reading(Actor actor, Frame frame) {
    static final Reading VISITOR = new Reading(new Actor.Visitor(), Frame.EMPTY);
  }
}
