package jianglian.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import jianglian.audit.Act;
import jianglian.audit.Actor;
import jianglian.audit.AuditTrail;
import jianglian.identity.passwords.Argon2id;
import jianglian.identity.throttle.Subject;
import jianglian.identity.throttle.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens a session for whoever knows an account's password.
@Component
class SignIn {
  private final Accounts accounts;
  private final Argon2id passwords;
  private final Throttle throttle;
  private final KnownBrowsers browsers;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  SignIn(
      Accounts accounts,
      Argon2id passwords,
      Throttle throttle,
      KnownBrowsers browsers,
      Sessions sessions,
      AuditTrail audit,
      TransactionTemplate transaction) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.throttle = throttle;
    this.browsers = browsers;
    this.sessions = sessions;
    this.audit = audit;
    this.transaction = transaction;
  }

  /// The account entered; null when name and password do not belong together. Unknown, closed and
  /// mistaken are one answer in one time.
  @Nullable Account enter(
      String typedName, String password, HttpServletRequest request, HttpServletResponse response) {
    var name =
        Normalizer.normalize(typedName, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    var account = accounts.named(name).orElse(null);
    var attempt = throttle.begin(subjects(name, account, request));
    var right =
        passwords.matchesSteadily(password, account == null ? null : account.passwordHash());
    if (!right || account == null || !account.active()) return null;
    throttle.succeeded(attempt);
    transaction.executeWithoutResult(_ -> noteEntry(account, password, request, response));
    sessions.begin(request, response, account.person(), account.sessionEpoch());
    return account;
  }

  private List<Subject> subjects(
      String name, @Nullable Account account, HttpServletRequest request) {
    if (account != null) {
      var browser = browsers.of(request, account.person());
      if (browser.isPresent()) return List.of(Subject.browser(browser.get(), account.person()));
    }
    return List.of(Subject.account(name), Subject.address("sign-in", request.getRemoteAddr()));
  }

  private void noteEntry(
      Account account, String password, HttpServletRequest request, HttpServletResponse response) {
    if (passwords.upgradeEncoding(account.passwordHash())) {
      accounts.rehash(account.person(), passwords.encode(password));
    }
    accounts.entered(account.person());
    browsers.remember(request, response, account.person());
    var person = new Actor.Person(account.person(), account.name(), List.of(), null);
    audit.record(Act.of(person, "signed-in", "person", account.person()));
  }
}
