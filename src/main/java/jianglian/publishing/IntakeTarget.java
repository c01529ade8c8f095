package jianglian.publishing;

import java.util.List;
import jianglian.audit.Actor;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Where the rows of one kind go; a module that takes deliveries registers one as a bean. `C` is
/// its validated command.
public interface IntakeTarget<C> {
  /// `release`, `need` or `offer`; the API's path is the plural.
  String kind();

  /// The columns of its spreadsheet, besides that of the external id.
  List<IntakeColumn> columns();

  /// Reads one row without the database; what is wrong is kept in the command. Called from several
  /// threads.
  C read(String externalId, ObjectNode content);

  /// What is wrong with a command as far as can be told without the database.
  List<Fault> faults(C command);

  /// Writes a batch in which no external id stands twice, in the transaction that is open; answers
  /// in the same order.
  List<Outcome> write(long park, Actor actor, List<C> commands);

  /// What became of one command.
  record Outcome(IntakeStatus status, @Nullable Long id, List<Fault> faults) {}
}
