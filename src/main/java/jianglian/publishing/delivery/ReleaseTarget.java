package jianglian.publishing.delivery;

import java.util.List;
import java.util.Optional;
import jianglian.audit.Actor;
import jianglian.publishing.IntakeColumn;
import jianglian.publishing.IntakeStatus;
import jianglian.publishing.IntakeTarget;
import jianglian.publishing.ReleaseKind;
import jianglian.publishing.release.BodyFormat;
import jianglian.publishing.release.Delivered;
import jianglian.publishing.release.Release;
import jianglian.publishing.release.ReleaseCommand;
import jianglian.publishing.release.ReleaseDelivery;
import jianglian.web.Fault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Releases delivered by the row.
@Component
class ReleaseTarget implements IntakeTarget<ReleaseCommand> {
  private final ReleaseDelivery delivery;

  ReleaseTarget(ReleaseDelivery delivery) {
    this.delivery = delivery;
  }

  @Override
  public String kind() {
    return "release";
  }

  @Override
  public List<IntakeColumn> columns() {
    return List.of(
        IntakeColumn.choice("kind", ReleaseKind.codes()).needed(),
        IntakeColumn.text("title").needed(),
        IntakeColumn.text("body").needed(),
        IntakeColumn.text("summary"),
        IntakeColumn.text("documentNumber"),
        IntakeColumn.text("issuer"),
        IntakeColumn.date("publishedOn"),
        IntakeColumn.date("validUntil"),
        IntakeColumn.list("industries", CellWords::industry),
        IntakeColumn.list("regions", CellWords::region),
        IntakeColumn.list("audience", CellWords::audience),
        IntakeColumn.of("clauses", CellWords::clauses),
        IntakeColumn.text("sourceUrl"),
        IntakeColumn.choice("bodyFormat", BodyFormat.codes()));
  }

  @Override
  public ReleaseCommand read(String externalId, ObjectNode content) {
    return ReleaseCommand.read(externalId, content);
  }

  @Override
  public List<Fault> faults(ReleaseCommand command) {
    return command.faults();
  }

  @Override
  public List<Outcome> write(long park, Actor actor, List<ReleaseCommand> commands) {
    return delivery.deliver(park, actor, commands).stream().map(ReleaseTarget::outcome).toList();
  }

  private static Outcome outcome(Delivered delivered) {
    return new Outcome(
        switch (delivered.status()) {
          case CREATED -> IntakeStatus.CREATED;
          case UPDATED -> IntakeStatus.UPDATED;
          case UNCHANGED -> IntakeStatus.UNCHANGED;
          case REFUSED -> IntakeStatus.REFUSED;
        },
        Optional.ofNullable(delivered.release()).map(Release::id).orElse(null),
        delivered.faults());
  }
}
