package jianglian.identity.clients;

import java.util.List;
import jianglian.audit.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A park's system that showed a valid token.
public final class ClientAuthentication extends AbstractAuthenticationToken {
  private final Actor.Client client;

  ClientAuthentication(Actor.Client client) {
    super(List.of());
    this.client = client;
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Actor.Client getPrincipal() {
    return client;
  }
}
