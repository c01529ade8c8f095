package jianglian.publishing.writing;

import java.util.List;
import java.util.Set;
import jianglian.parks.CodeWords;
import jianglian.publishing.IntakeCell;
import jianglian.publishing.IntakeColumn;
import jianglian.publishing.release.ReleaseCommand;
import jianglian.publishing.release.ReleaseContent;
import jianglian.web.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads a form as a delivery of the API is read, so that both keep the same rules.
final class FormReading {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> TEXTS =
      List.of(
          "kind",
          "title",
          "summary",
          "body",
          "bodyFormat",
          "documentNumber",
          "issuer",
          "sourceUrl");
  private static final List<String> CLAUSE_TEXTS =
      List.of("title", "audience", "support", "delivery", "office");
  private static final IntakeColumn DATE = IntakeColumn.date("date");
  private static final IntakeColumn AMOUNT = IntakeColumn.amount("amount");

  /// The command's id is that of a sender's system; here it stands for none.
  private static final String CONSOLE = "console";

  private FormReading() {}

  /// What the release says after `form` was written over `old`; what cannot be read or accepted is
  /// added to `faults`. Only what is handed in needs a body.
  static ReleaseContent content(
      ReleaseForm form, ReleaseContent old, boolean handedIn, List<Fault> faults) {
    var command = ReleaseCommand.read(CONSOLE, object(form, old, faults));
    var bodyless = form.of("body").isBlank();
    command.faults().stream()
        .filter(it -> handedIn || !bodyless || !it.field().equals("body"))
        .map(FormReading::beside)
        .filter(it -> Fault.of(faults, it.field()) == null)
        .forEach(faults::add);
    var says = command.over(old, Set.of());
    return bodyless ? says.withoutBody() : says;
  }

  private static ObjectNode object(ReleaseForm form, ReleaseContent old, List<Fault> faults) {
    var object = NODES.objectNode();
    for (var name : TEXTS) object.set(name, text(form.of(name)));
    object.set("publishedOn", read(DATE, form.of("publishedOn")));
    object.set("validUntil", read(DATE, form.of("validUntil")));
    object.set(
        "industries",
        codes(form.of("industries"), "industries", CodeWords.INDUSTRIES, old.industries(), faults));
    object.set(
        "regions", codes(form.of("regions"), "regions", CodeWords.REGIONS, old.regions(), faults));
    object.set("audience", audience(form, old));
    var clauses = object.putArray("clauses");
    form.clauses().stream().map(FormReading::clause).forEach(clauses::add);
    return object;
  }

  private static ObjectNode clause(ClauseForm form) {
    var clause = NODES.objectNode();
    for (var name : CLAUSE_TEXTS) clause.set(name, text(form.of(name)));
    clause.set("amountMax", read(AMOUNT, form.of("amountMax")));
    clause.set("conditions", texts(form.of("conditions").lines().toList()));
    return clause;
  }

  private static JsonNode text(String typed) {
    return typed.isBlank() ? NODES.nullNode() : NODES.stringNode(typed);
  }

  private static JsonNode read(IntakeColumn as, String typed) {
    return typed.isBlank() ? NODES.nullNode() : as.reading().apply(new IntakeCell(typed, false));
  }

  private static ArrayNode texts(List<String> words) {
    var list = NODES.arrayNode();
    words.forEach(list::add);
    return list;
  }

  /// Words that stand as the form showed them mean the codes they were made of.
  private static ArrayNode codes(
      String typed, String field, CodeWords words, List<String> old, List<Fault> faults) {
    return texts(typed.equals(words.written(old)) ? old : words.read(typed, field, faults));
  }

  /// Ticks have no order; the same ones keep the order they were delivered in.
  private static ArrayNode audience(ReleaseForm form, ReleaseContent old) {
    var ticked = form.audience().stream().filter(it -> !it.isEmpty()).toList();
    return texts(Set.copyOf(ticked).equals(Set.copyOf(old.audience())) ? old.audience() : ticked);
  }

  /// The fault at the field of the form that it belongs to.
  private static Fault beside(Fault fault) {
    var pointer =
        fault
            .pointer()
            .replaceFirst("^/(industries|regions|audience)/.*", "/$1")
            .replaceFirst("^(/clauses/\\d+/conditions)/.*", "$1");
    return new Fault(pointer, fault.key(), fault.arguments());
  }
}
