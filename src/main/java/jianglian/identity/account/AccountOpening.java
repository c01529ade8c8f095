package jianglian.identity.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import jianglian.identity.PersonName;
import jianglian.identity.passwords.Argon2id;
import jianglian.identity.passwords.NewPassword;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import jianglian.web.MailAddress;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Opens an account for someone who has none; the mail address is also the username.
@Component
public class AccountOpening {
  private final JdbcClient db;
  private final Argon2id passwords;
  private final Clock clock;

  AccountOpening(JdbcClient db, Argon2id passwords, Clock clock) {
    this.db = db;
    this.passwords = passwords;
    this.clock = clock;
  }

  /// What was typed, checked: everything at fault is told at once.
  public record Wish(PersonName name, MailAddress email, NewPassword password, String lang) {
    public static Wish of(String name, String email, String password, String lang) {
      var faults = new ArrayList<Fault>();
      try {
        PersonName.of(name);
      } catch (InvalidInput invalid) {
        faults.addAll(invalid.faults());
      }
      var address = MailAddress.of(email);
      if (address.isEmpty()) faults.add(Fault.at("/email", "account.mail-malformed"));
      var wished = new NewPassword(password);
      faults.addAll(wished.faults(name, email));
      if (address.isEmpty() || !faults.isEmpty()) throw new InvalidInput(faults);
      return new Wish(PersonName.of(name), address.get(), wished, lang);
    }
  }

  /// The new person's id; refuses at `/email` when someone has that address already.
  @Transactional(propagation = Propagation.MANDATORY)
  public long open(Wish wish) {
    try {
      var person =
          db.sql("insert into person (name, email) values (:name, :email) returning id")
              .param("name", wish.name().name())
              .param("email", wish.email().address())
              .query((row, _) -> row.getLong("id"))
              .single();
      db.sql(
              """
              insert into account (person_id, username, password_hash, state, lang, created_at)
              values (:person, :username, :hash, 'active', :lang, :now)
              """)
          .param("person", person)
          .param("username", wish.email().address())
          .param("hash", passwords.encode(wish.password().password()))
          .param("lang", wish.lang())
          .param("now", OffsetDateTime.now(clock))
          .update();
      return person;
    } catch (DuplicateKeyException taken) {
      throw new InvalidInput(List.of(Fault.at("/email", "account.mail-taken")));
    }
  }
}
