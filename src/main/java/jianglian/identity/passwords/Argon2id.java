package jianglian.identity.passwords;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id with OWASP's parameters (19 MiB, 2 passes, 1 lane); the name and the parameters stand
/// in every hash. Only a few run at a time, or a flood of sign-ins would take all memory.
@Component
public class Argon2id implements PasswordEncoder {
  private static final int AT_A_TIME = 4;

  private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final Semaphore turns = new Semaphore(AT_A_TIME, true);
  private final String nobodys = argon2.encode("nobody's password");

  @Override
  public String encode(@Nullable CharSequence password) {
    if (password == null) throw new IllegalArgumentException("no password");
    return inTurn(() -> String.valueOf(argon2.encode(password)));
  }

  @Override
  public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
    return inTurn(() -> argon2.matches(password, hash));
  }

  /// As [#matches], and as slow where there is no hash at all: the time does not tell whether an
  /// account is there.
  public boolean matchesSteadily(String password, @Nullable String hash) {
    var right = matches(password, hash == null ? nobodys : hash);
    return right && hash != null;
  }

  @Override
  public boolean upgradeEncoding(@Nullable String hash) {
    return argon2.upgradeEncoding(hash);
  }

  private <T> T inTurn(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
