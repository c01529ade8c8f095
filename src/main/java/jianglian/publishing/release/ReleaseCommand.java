package jianglian.publishing.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jianglian.audit.Cryptography;
import jianglian.parks.Industries;
import jianglian.parks.Regions;
import jianglian.publishing.IntakeFields;
import jianglian.publishing.ReleaseKind;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a delivery says about one release, whichever of the four forms it came in: the fields that
/// were `sent`, read and checked, and everything that is wrong with them. A field that was sent but
/// is null is to be emptied.
public record ReleaseCommand(
    String externalId,
    Set<String> sent,
    @Nullable ReleaseKind kind,
    @Nullable String title,
    @Nullable String summary,
    @Nullable Body body,
    @Nullable BodyFormat bodyFormat,
    @Nullable String documentNumber,
    @Nullable String issuer,
    @Nullable LocalDate publishedOn,
    @Nullable LocalDate validUntil,
    List<String> industries,
    List<String> regions,
    List<String> audience,
    List<Clause> clauses,
    @Nullable String sourceUrl,
    @Nullable String lang,
    @Nullable Instant deliveredAt,
    String digest,
    List<Fault> faults) {
  public static final List<String> AUDIENCES =
      List.of("enterprise", "institute", "investor", "service", "person");

  private static final Set<String> FIELDS =
      Set.of(
          "kind",
          "title",
          "summary",
          "body",
          "bodyFormat",
          "documentNumber",
          "issuer",
          "publishedOn",
          "validUntil",
          "industries",
          "regions",
          "audience",
          "clauses",
          "sourceUrl",
          "lang",
          "deliveredAt");
  private static final Set<String> CLAUSE_FIELDS =
      Set.of("title", "audience", "conditions", "support", "amountMax", "delivery", "office");

  /// Fields no release can be without: a delivery that makes one must bring them, none may empty
  /// them.
  private static final List<String> NEEDED = List.of("kind", "title", "body");

  private static final Pattern EXTERNAL_ID = Pattern.compile("[\\p{L}\\p{N}._:@~\\-]{1,120}");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\S*");
  private static final Pattern LANG = Pattern.compile("[a-z]{2}");
  private static final int LONGEST_BODY = 500_000;

  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  public static ReleaseCommand read(String externalId, ObjectNode object) {
    var in = IntakeFields.of(object);
    in.onlyOf(FIELDS);
    if (!EXTERNAL_ID.matcher(externalId).matches()) in.fault("externalId", "release.external-id");
    var sent = in.sent();
    sent.retainAll(FIELDS);
    var format = in.choice("bodyFormat", BodyFormat::of, BodyFormat.codes());
    var command =
        new ReleaseCommand(
            externalId,
            sent,
            in.choice("kind", ReleaseKind::of, ReleaseKind.codes()),
            in.line("title", 200),
            in.text("summary", 500),
            body(in.text("body", LONGEST_BODY), format),
            format,
            in.line("documentNumber", 100),
            in.line("issuer", 200),
            in.date("publishedOn"),
            in.date("validUntil"),
            in.codes("industries", 50, Industries::exists, "release.industry-unknown"),
            in.codes("regions", 50, Regions::exists, "release.region-unknown"),
            in.codes("audience", 10, AUDIENCES::contains, "release.audience-unknown"),
            in.objects("clauses", 200).stream().map(ReleaseCommand::clause).toList(),
            address(in),
            lang(in),
            in.moment("deliveredAt"),
            digest(object),
            List.of());
    return command.with(emptied(command, in));
  }

  /// Names a release and says nothing about it.
  static ReleaseCommand none(String externalId) {
    return read(externalId, JsonNodeFactory.instance.objectNode());
  }

  /// The faults of the fields themselves, and of needed fields sent empty.
  private static List<Fault> emptied(ReleaseCommand command, IntakeFields in) {
    var faults = new ArrayList<>(in.faults());
    for (var name : NEEDED) {
      var noted = faults.stream().anyMatch(it -> it.pointer().equals("/" + name));
      if (command.sent.contains(name) && !noted && command.lacks(name)) {
        faults.add(Fault.at("/" + name, "release.needed"));
      }
    }
    if (command.publishedOn != null
        && command.validUntil != null
        && command.validUntil.isBefore(command.publishedOn)) {
      faults.add(Fault.at("/validUntil", "release.valid-before-published"));
    }
    return faults;
  }

  private boolean lacks(String name) {
    return switch (name) {
      case "kind" -> kind == null;
      case "title" -> title == null;
      default -> body == null;
    };
  }

  /// Everything wrong with this command as the first delivery of a release.
  public List<Fault> faultsOfNew() {
    var all = new ArrayList<>(faults);
    for (var name : NEEDED) {
      if (!sent.contains(name)) all.add(Fault.at("/" + name, "release.needed"));
    }
    return all;
  }

  private ReleaseCommand with(List<Fault> faults) {
    return new ReleaseCommand(
        externalId,
        sent,
        kind,
        title,
        summary,
        body,
        bodyFormat,
        documentNumber,
        issuer,
        publishedOn,
        validUntil,
        industries,
        regions,
        audience,
        clauses,
        sourceUrl,
        lang,
        deliveredAt,
        digest,
        List.copyOf(faults));
  }

  /// What the release says after this delivery; `confirmed` fields keep what a person wrote.
  public ReleaseContent over(ReleaseContent old, Set<String> confirmed) {
    var taken = new Taken(sent, confirmed);
    return new ReleaseContent(
        kind != null && taken.has("kind") ? kind : old.kind(),
        title != null && taken.has("title") ? title : old.title(),
        taken.has("summary") ? (summary == null ? "" : summary) : old.summary(),
        bodyOver(old.body(), taken),
        documentNumberOver(old.documentNumber(), taken),
        taken.has("issuer") ? issuer : old.issuer(),
        publishedOn != null && taken.has("publishedOn") ? publishedOn : old.publishedOn(),
        taken.has("validUntil") ? validUntil : old.validUntil(),
        taken.has("industries") ? industries : old.industries(),
        taken.has("regions") ? regions : old.regions(),
        taken.has("audience") ? audience : old.audience(),
        taken.has("clauses") ? clauses : old.clauses(),
        taken.has("sourceUrl") ? sourceUrl : old.sourceUrl(),
        lang != null && taken.has("lang") ? lang : old.lang());
  }

  private record Taken(Set<String> sent, Set<String> confirmed) {
    boolean has(String name) {
      return sent.contains(name) && !confirmed.contains(name);
    }
  }

  /// A format sent without a body is how the body there is to be read.
  private Body bodyOver(Body old, Taken taken) {
    if (taken.confirmed.contains("body")) return old;
    if (body != null) return body.says(old) ? old : body;
    return bodyFormat == null || bodyFormat == old.format()
        ? old
        : Body.of(old.source(), bodyFormat);
  }

  private static @Nullable Body body(@Nullable String source, @Nullable BodyFormat format) {
    if (source == null) return null;
    return Body.of(source, format == null ? BodyFormat.guess(source) : format);
  }

  private @Nullable String documentNumberOver(@Nullable String old, Taken taken) {
    if (!taken.has("documentNumber")) return old;
    if (documentNumber == null) return null;
    return DocumentNumber.parse(documentNumber)
        .map(DocumentNumber::toString)
        .orElse(documentNumber);
  }

  private static Clause clause(IntakeFields in) {
    in.onlyOf(CLAUSE_FIELDS);
    var title = in.line("title", 200);
    if (title == null) in.fault("title", "release.needed");
    return new Clause(
        title == null ? "" : title,
        orEmpty(in.line("audience", 500)),
        in.lines("conditions", 50, 500),
        orEmpty(in.text("support", 2000)),
        in.amount("amountMax"),
        in.choice("delivery", Clause.Delivery::of, Clause.Delivery.codes()),
        in.line("office", 200));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static @Nullable String address(IntakeFields in) {
    var address = in.line("sourceUrl", 2000);
    if (address == null || ADDRESS.matcher(address).matches()) return address;
    in.fault("sourceUrl", "release.address");
    return null;
  }

  private static @Nullable String lang(IntakeFields in) {
    var lang = in.line("lang", 10);
    if (lang == null || LANG.matcher(lang).matches()) return lang;
    in.fault("lang", "release.lang");
    return null;
  }

  private static String digest(ObjectNode object) {
    var content = object.deepCopy();
    content.remove("deliveredAt");
    return Cryptography.digest(CANONICAL.writeValueAsBytes(content));
  }
}
