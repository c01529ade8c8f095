package jianglian.cooperation.posting;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jianglian.cooperation.Amount;
import jianglian.cooperation.Financing;
import jianglian.cooperation.Instrument;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingContent;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Maturity;
import jianglian.cooperation.Stage;
import jianglian.parks.CodeWords;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// What was typed into the form, as it was typed: it comes back to the reader unchanged. Of a field
/// with several choices the codes stand side by side, apart by commas.
public record ListingForm(Map<String, String> typed) {
  static final ListingForm EMPTY = new ListingForm(Map.of());
  static final List<String> FIELDS =
      List.of(
          "poster",
          "firm",
          "title",
          "text",
          "type",
          "amountMin",
          "amountMax",
          "industries",
          "regions",
          "maturity",
          "stages",
          "instruments",
          "exclusions",
          "validUntil",
          "keywords",
          "contact");

  public ListingForm {
    typed =
        typed.entrySet().stream()
            .filter(it -> FIELDS.contains(it.getKey()))
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, it -> it.getValue().replace("\u0000", "")));
  }

  /// What a browser sent: fields and their values.
  static ListingForm sent(MultiValueMap<String, String> fields) {
    return new ListingForm(
        fields.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> String.join(",", it.getValue()))));
  }

  /// What stands in the form when a listing is to be changed.
  static ListingForm of(Listing listing) {
    var content = listing.content();
    var min = content.amount().min();
    var max = content.amount().max();
    var maturity = content.maturity();
    return new ListingForm(
        Map.ofEntries(
            Map.entry("title", content.title()),
            Map.entry("text", content.text()),
            Map.entry("type", content.type().code()),
            Map.entry("amountMin", min == null ? "" : Wan.written(min)),
            Map.entry("amountMax", max == null ? "" : Wan.written(max)),
            Map.entry("industries", CodeWords.INDUSTRIES.written(content.industries())),
            Map.entry("regions", CodeWords.REGIONS.written(content.regions())),
            Map.entry("maturity", maturity == null ? "" : maturity.code()),
            Map.entry("stages", String.join(",", content.financing().stageCodes())),
            Map.entry("instruments", String.join(",", content.financing().instrumentCodes())),
            Map.entry("exclusions", CodeWords.INDUSTRIES.written(content.financing().exclusions())),
            Map.entry("validUntil", listing.expiresOn().toString()),
            Map.entry("keywords", String.join("、", content.keywords())),
            Map.entry("contact", content.contact() == null ? "" : content.contact())));
  }

  public String of(String field) {
    return typed.getOrDefault(field, "");
  }

  /// The codes chosen of a field with several choices.
  public List<String> chosen(String field) {
    return Stream.of(of(field).split(",")).filter(it -> !it.isBlank()).toList();
  }

  /// Reads the content; what cannot be read or accepted is added to `faults`.
  ListingContent content(List<Fault> faults) {
    var type = ListingType.find(of("type"));
    if (type.isEmpty()) faults.add(Fault.at("/type", "listing.fault.required"));
    required(faults, "title");
    required(faults, "text");
    var content =
        new ListingContent(
            of("title").strip().replaceAll("\\s+", " "),
            of("text").strip().replace("\r\n", "\n"),
            type.orElse(ListingType.TECHNOLOGY),
            CodeWords.INDUSTRIES.read(of("industries"), "industries", faults),
            CodeWords.REGIONS.read(of("regions"), "regions", faults),
            CodeWords.split(of("keywords")),
            new Amount(money(faults, "amountMin"), money(faults, "amountMax"), Amount.YUAN),
            Maturity.find(of("maturity")).orElse(null),
            type.filter(it -> it == ListingType.CAPITAL).isPresent()
                ? financing(faults)
                : Financing.NONE,
            of("contact").isBlank() ? null : of("contact").strip(),
            "zh");
    content.faults().stream()
        .map(it ->
            Fault.at("/" + it.field().replaceFirst("/.*", ""), it.key(), it.arguments().toArray()))
        .filter(it -> faults.stream().noneMatch(known -> known.pointer().equals(it.pointer())))
        .forEach(faults::add);
    return content;
  }

  private Financing financing(List<Fault> faults) {
    return Financing.of(
        known(faults, "stages", Stage.codes()),
        known(faults, "instruments", Instrument.codes()),
        CodeWords.INDUSTRIES.read(of("exclusions"), "exclusions", faults));
  }

  private List<String> known(List<Fault> faults, String field, List<String> codes) {
    for (var code : chosen(field)) {
      if (!codes.contains(code)) {
        faults.add(Fault.at("/" + field, "listing.fault.unknown-code", code));
      }
    }
    return chosen(field).stream().filter(codes::contains).toList();
  }

  LocalDate validUntil(List<Fault> faults, LocalDate today, LocalDate otherwise) {
    if (of("validUntil").isBlank()) return otherwise;
    try {
      var date = LocalDate.parse(of("validUntil").strip());
      if (date.isBefore(today)) faults.add(Fault.at("/validUntil", "listing.fault.past"));
      else if (date.isAfter(today.plus(Listing.LIFE))) {
        faults.add(Fault.at("/validUntil", "listing.fault.life"));
      }
      return date;
    } catch (DateTimeParseException notADate) {
      faults.add(Fault.at("/validUntil", "listing.fault.date"));
      return otherwise;
    }
  }

  private void required(List<Fault> faults, String field) {
    if (of(field).isBlank()) faults.add(Fault.at("/" + field, "listing.fault.required"));
  }

  private @Nullable Long money(List<Fault> faults, String field) {
    if (of(field).isBlank()) return null;
    var yuan = Wan.yuan(of(field));
    if (yuan.isEmpty()) faults.add(Fault.at("/" + field, "listing.fault.money"));
    return yuan.orElse(null);
  }
}
