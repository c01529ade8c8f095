package jianglian.identity.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import jianglian.audit.Cryptography;
import jianglian.jobs.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Browsers in which a person has signed in before. Tries from them are counted apart, so that a
/// stranger who guesses at an account cannot keep its owner out (OWASP calls this device cookies).
@Repository
class KnownBrowsers {
  private static final String COOKIE = "known";
  private static final Duration KEPT = Duration.ofDays(180);

  private final JdbcClient db;
  private final Clock clock;

  KnownBrowsers(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /// The browser's mark, when this person has signed in with it.
  Optional<String> of(HttpServletRequest request, long person) {
    return mark(request).filter(it -> known(it, person));
  }

  void remember(HttpServletRequest request, HttpServletResponse response, long person) {
    var mark = mark(request).orElseGet(Cryptography::randomSecret);
    db.sql(
            """
            insert into known_browser (token_hash, token_algorithm, person_id, used_at)
            values (:hash, :algorithm, :person, :now)
            on conflict (token_hash, person_id) do update set used_at = excluded.used_at
            """)
        .param("hash", Cryptography.digest(mark))
        .param("algorithm", Cryptography.DIGEST)
        .param("person", person)
        .param("now", OffsetDateTime.now(clock))
        .update();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(mark, request.isSecure()).toString());
  }

  private boolean known(String mark, long person) {
    return db.sql(
            """
            select exists (select from known_browser
              where token_hash = :hash and person_id = :person and used_at > :since)
            """)
        .param("hash", Cryptography.digest(mark))
        .param("person", person)
        .param("since", OffsetDateTime.now(clock).minus(KEPT))
        .query(Boolean.class)
        .single();
  }

  private static Optional<String> mark(HttpServletRequest request) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(it -> it.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .filter(it -> it.length() == 43)
            .findFirst();
  }

  private static ResponseCookie cookie(String mark, boolean secure) {
    return ResponseCookie.from(COOKIE, mark)
        .path("/sign-in")
        .httpOnly(true)
        .secure(secure)
        .sameSite("Lax")
        .maxAge(KEPT)
        .build();
  }

  void forgetOld() {
    db.sql("delete from known_browser where used_at < :since")
        .param("since", OffsetDateTime.now(clock).minus(KEPT))
        .update();
  }

  @Bean
  static Job browsersForgotten(KnownBrowsers browsers) {
    return new Job("identity.browsers-forgotten", browsers::forgetOld);
  }
}
