package jianglian.cooperation.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jianglian.audit.Actor;
import jianglian.cooperation.Instrument;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.ListingsBrought;
import jianglian.cooperation.Maturity;
import jianglian.cooperation.Side;
import jianglian.cooperation.Stage;
import jianglian.parks.CodeWords;
import jianglian.publishing.IntakeColumn;
import jianglian.publishing.IntakeStatus;
import jianglian.publishing.IntakeTarget;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import jianglian.web.Refusal;
import jianglian.web.Texts;
import org.springframework.context.ApplicationEventPublisher;
import tools.jackson.databind.node.ObjectNode;

/// Needs or offers delivered by the row. A row changes what it names, so it is judged when the row
/// before it is known.
record ListingTarget(
    Side side, Delivering delivering, ApplicationEventPublisher events, Texts texts)
    implements IntakeTarget<ListingTarget.Row> {

  record Row(String externalId, ObjectNode content) {}

  @Override
  public String kind() {
    return side.code();
  }

  @Override
  public List<IntakeColumn> columns() {
    var types = Arrays.stream(ListingType.values()).map(ListingType::code).toList();
    var stages = Arrays.stream(Maturity.values()).map(Maturity::code).toList();
    return List.of(
        IntakeColumn.text("title").needed(),
        IntakeColumn.text("text").needed(),
        IntakeColumn.choice("type", types).needed(),
        IntakeColumn.text("organisation"),
        IntakeColumn.text("uscc"),
        IntakeColumn.list("industries", it -> CodeWords.INDUSTRIES.find(it).orElse(it)),
        IntakeColumn.list("regions", it -> CodeWords.REGIONS.find(it).orElse(it)),
        IntakeColumn.list("keywords", it -> it),
        IntakeColumn.amount("amountMin"),
        IntakeColumn.amount("amountMax"),
        IntakeColumn.choice("maturity", stages),
        IntakeColumn.list("stages", named(Stage.values(), Stage::code, Stage::key)),
        IntakeColumn.list(
            "instruments", named(Instrument.values(), Instrument::code, Instrument::key)),
        IntakeColumn.list("exclusions", it -> CodeWords.INDUSTRIES.find(it).orElse(it)),
        IntakeColumn.date("validUntil"),
        IntakeColumn.text("contact"));
  }

  /// The code of a name in either language; what is no name stays as it is.
  private <T> UnaryOperator<String> named(
      T[] values, Function<T, String> code, Function<T, String> key) {
    var codes = new HashMap<String, String>();
    for (var value : values) {
      for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
        codes.put(plainly(texts.text(locale, key.apply(value))), code.apply(value));
      }
    }
    return it -> codes.getOrDefault(plainly(it), it);
  }

  private static String plainly(String word) {
    return word.toLowerCase(Locale.ROOT).replace(" ", "");
  }

  @Override
  public Row read(String externalId, ObjectNode content) {
    return new Row(externalId, content);
  }

  @Override
  public List<Fault> faults(Row row) {
    return List.of();
  }

  @Override
  public List<Outcome> write(long park, Actor actor, List<Row> rows) {
    delivering.begin(park);
    var changed = new ArrayList<Long>();
    var outcomes = rows.stream().map(it -> write(park, actor, it, changed)).toList();
    if (!changed.isEmpty()) events.publishEvent(new ListingsBrought(side, park, changed));
    return outcomes;
  }

  private Outcome write(long park, Actor actor, Row row, List<Long> changed) {
    try {
      var delivery = delivering.row(side, row.externalId(), row.content(), park, actor);
      var id = delivery.listing().id();
      if (delivery.changed()) changed.add(id);
      return new Outcome(status(delivery), id, List.of());
    } catch (InvalidInput invalid) {
      return new Outcome(IntakeStatus.REFUSED, null, invalid.faults());
    } catch (Refusal refusal) {
      return new Outcome(
          IntakeStatus.REFUSED, null, List.of(Fault.at("", refusal.key(), refusal.arguments())));
    }
  }

  private static IntakeStatus status(Delivery delivery) {
    return switch (delivery.outcome()) {
      case CREATED -> IntakeStatus.CREATED;
      case UPDATED -> IntakeStatus.UPDATED;
      case UNCHANGED -> IntakeStatus.UNCHANGED;
    };
  }
}
