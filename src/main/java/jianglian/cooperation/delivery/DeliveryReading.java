package jianglian.cooperation.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jianglian.cooperation.Amount;
import jianglian.cooperation.Financing;
import jianglian.cooperation.Instrument;
import jianglian.cooperation.ListingContent;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Maturity;
import jianglian.cooperation.Side;
import jianglian.cooperation.Stage;
import jianglian.parks.Industries;
import jianglian.parks.Regions;
import jianglian.publishing.IntakeFields;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Reads a delivered need or offer: a field that is sent is set, one that is left out stays as
/// `before` has it (null: there was none).
record DeliveryReading(
    Side side, IntakeFields fields, Set<String> sent, @Nullable ListingContent before) {
  private static final Set<String> FIELDS =
      Set.of(
          "title",
          "text",
          "type",
          "uscc",
          "organisation",
          "industries",
          "regions",
          "keywords",
          "amountMin",
          "amountMax",
          "currency",
          "maturity",
          "stages",
          "instruments",
          "exclusions",
          "validUntil",
          "contact",
          "lang");
  private static final List<String> CONTACT = List.of("name", "title", "phone", "email", "wechat");

  static DeliveryReading of(Side side, ObjectNode body, @Nullable ListingContent before) {
    plainOrganisation(body);
    plainContact(body);
    var fields = IntakeFields.of(body);
    fields.onlyOf(FIELDS);
    return new DeliveryReading(side, fields, fields.sent(), before);
  }

  boolean names(String field) {
    return sent.contains(field);
  }

  @Nullable String line(String field) {
    return fields.line(field, ListingContent.TITLE_MAX);
  }

  void fault(String field, String key, Object... arguments) {
    fields.fault(field, key, arguments);
  }

  LocalDate validUntil(LocalDate otherwise) {
    var date = names("validUntil") ? fields.date("validUntil") : otherwise;
    return date == null ? otherwise : date;
  }

  /// The content as it stands after this delivery; every fault noted so far is thrown together.
  ListingContent content() {
    var title = kept("title", () -> line("title"), ListingContent::title, null);
    // A park's own system often has no more than a title: an empty text will do, a missing one not.
    var text =
        kept(
            "text",
            () -> or(fields.text("text", ListingContent.TEXT_MAX), ""),
            ListingContent::text,
            null);
    var type =
        kept(
            "type",
            () ->
                fields.choice(
                    "type", ListingType::find, codes(ListingType.values(), ListingType::code)),
            ListingContent::type,
            null);
    if (title == null) missing("title");
    if (text == null) missing("text");
    if (type == null) missing("type");
    var industries =
        kept("industries", this::industries, ListingContent::industries, List.<String>of());
    var regions = kept("regions", this::regions, ListingContent::regions, List.<String>of());
    var keywords =
        kept(
            "keywords",
            () -> fields.lines("keywords", 20, 40),
            ListingContent::keywords,
            List.<String>of());
    var amount = amount();
    var maturity =
        kept(
            "maturity",
            () ->
                fields.choice("maturity", Maturity::find, codes(Maturity.values(), Maturity::code)),
            ListingContent::maturity,
            null);
    var financing = financing(type);
    var contact = kept("contact", () -> fields.line("contact", 200), ListingContent::contact, null);
    var lang = kept("lang", () -> or(fields.line("lang", 8), "zh"), ListingContent::lang, "zh");
    if (title == null || text == null || type == null) throw new InvalidInput(fields.faults());
    var content =
        new ListingContent(
            title,
            text,
            type,
            industries,
            regions,
            keywords,
            amount,
            maturity,
            financing,
            contact,
            lang);
    refuse(content);
    return content;
  }

  private void refuse(ListingContent content) {
    var faults = new ArrayList<>(fields.faults());
    var marked = faults.stream().map(Fault::pointer).collect(Collectors.toSet());
    content.faults().stream().filter(it -> !marked.contains(it.pointer())).forEach(faults::add);
    if (!faults.isEmpty()) throw new InvalidInput(faults);
  }

  private List<String> industries() {
    return fields.codes("industries", 20, Industries::exists, "listing.fault.unknown-code");
  }

  private List<String> regions() {
    return fields.codes("regions", 20, Regions::exists, "listing.fault.unknown-code");
  }

  /// What is turned from capital into something else keeps nothing of it.
  private Financing financing(@Nullable ListingType type) {
    var was = before == null || type != ListingType.CAPITAL ? Financing.NONE : before.financing();
    var exclusions =
        names("exclusions")
            ? fields.codes("exclusions", 20, Industries::exists, "listing.fault.unknown-code")
            : was.exclusions();
    if (side == Side.NEED && !exclusions.isEmpty()) {
      fields.fault("exclusions", "listing.fault.only-thesis");
    }
    return Financing.of(
        named("stages", Stage.codes(), was.stageCodes()),
        named("instruments", Instrument.codes(), was.instrumentCodes()),
        exclusions);
  }

  private List<String> named(String field, List<String> known, List<String> was) {
    if (!names(field)) return was;
    return fields.codes(field, known.size(), known::contains, "listing.fault.unknown-code");
  }

  private Amount amount() {
    return new Amount(
        kept("amountMin", () -> fields.amount("amountMin"), it -> it.amount().min(), null),
        kept("amountMax", () -> fields.amount("amountMax"), it -> it.amount().max(), null),
        kept(
            "currency",
            () -> or(fields.line("currency", 3), Amount.YUAN),
            it -> it.amount().currency(),
            Amount.YUAN));
  }

  private void missing(String field) {
    if (fields.faults().stream().noneMatch(it -> it.pointer().equals("/" + field))) {
      fields.fault(field, "listing.fault.required");
    }
  }

  private <T extends @Nullable Object> T kept(
      String field, Supplier<T> read, Function<ListingContent, T> was, T otherwise) {
    if (names(field)) return read.get();
    return before == null ? otherwise : was.apply(before);
  }

  private static String or(@Nullable String value, String otherwise) {
    return value == null ? otherwise : value;
  }

  private static <T> List<String> codes(T[] values, Function<T, String> code) {
    return Arrays.stream(values).map(code).toList();
  }

  /// An organisation may be named by its id as a number.
  private static void plainOrganisation(ObjectNode body) {
    var organisation = body.get("organisation");
    if (organisation != null && organisation.isIntegralNumber()) {
      body.put("organisation", organisation.asString());
    }
  }

  /// A contact may come in parts.
  private static void plainContact(ObjectNode body) {
    if (!(body.get("contact") instanceof ObjectNode parts)) return;
    if (!CONTACT.containsAll(parts.propertyNames())) return;
    body.put(
        "contact",
        CONTACT.stream()
            .filter(it -> parts.path(it).isString())
            .map(it -> parts.path(it).asString())
            .collect(Collectors.joining(" ")));
  }
}
