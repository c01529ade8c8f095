package jianglian.identity.clients;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jianglian.web.Problems;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Reads `Authorization: Bearer TOKEN` on API calls. A wrong token is refused even where reading is
/// public, so that a park notices.
@Component
public class TokenFilter extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";

  private final ApiClients clients;
  private final LastUses uses;
  private final Problems problems;
  private final JsonMapper json;

  TokenFilter(ApiClients clients, LastUses uses, Problems problems, JsonMapper json) {
    this.clients = clients;
    this.uses = uses;
    this.problems = problems;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var header = request.getHeader("Authorization");
    if (header != null) {
      var client = header.startsWith(BEARER) ? clients.byToken(header.substring(7).strip()) : null;
      if (client == null || client.isEmpty()) {
        refuse(request, response);
        return;
      }
      uses.note(client.get().id());
      SecurityContextHolder.getContext().setAuthentication(new ClientAuthentication(client.get()));
    }
    chain.doFilter(request, response);
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setStatus(401);
    response.setHeader("WWW-Authenticate", "Bearer");
    response.setContentType("application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    json.writeValue(
        response.getOutputStream(),
        problems.of(401, "error.token", List.of(), request.getRequestURI()));
  }
}
