package jianglian.cooperation.posting;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jianglian.cooperation.Amount;
import jianglian.cooperation.Listing;
import jianglian.cooperation.ListingContent;
import jianglian.cooperation.ListingType;
import jianglian.cooperation.Maturity;
import jianglian.parks.CodeWords;
import jianglian.web.Fault;
import org.jspecify.annotations.Nullable;

/// What was typed into the form, as it was typed: it comes back to the reader unchanged.
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
            Map.entry("validUntil", listing.expiresOn().toString()),
            Map.entry("keywords", String.join("、", content.keywords())),
            Map.entry("contact", content.contact() == null ? "" : content.contact())));
  }

  public String of(String field) {
    return typed.getOrDefault(field, "");
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
            of("contact").isBlank() ? null : of("contact").strip(),
            "zh");
    content.faults().stream()
        .map(it ->
            Fault.at("/" + it.field().replaceFirst("/.*", ""), it.key(), it.arguments().toArray()))
        .filter(it -> faults.stream().noneMatch(known -> known.pointer().equals(it.pointer())))
        .forEach(faults::add);
    return content;
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
