package jianglian.parks.profile;

import java.text.Normalizer;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jianglian.parks.Industries;
import jianglian.parks.Regions;
import jianglian.parks.Website;
import jianglian.web.Fault;
import jianglian.web.InvalidInput;
import jianglian.web.MailAddress;
import org.jspecify.annotations.Nullable;

/// What an organisation may say about itself without asking its park, checked.
record Profile(
    @Nullable String region,
    @Nullable Integer founded,
    @Nullable Integer employees,
    List<String> industries,
    List<String> qualifications,
    @Nullable String website,
    String introduction,
    Contact contact) {
  private static final int MOST_EMPLOYEES = 5_000_000;
  private static final int LONGEST = 3000;
  private static final int LONGEST_LINE = 60;
  private static final int MOST_QUALIFICATIONS = 20;

  record Contact(
      @Nullable String name,
      @Nullable String title,
      @Nullable String phone,
      @Nullable String email) {
    Map<String, String> personal() {
      var personal = new LinkedHashMap<String, String>();
      if (name != null) personal.put("contactName", name);
      if (phone != null) personal.put("contactPhone", phone);
      if (email != null) personal.put("contactEmail", email);
      return personal;
    }
  }

  static Profile of(OrganisationForm form, Year now) {
    var reading = new Reading(new ArrayList<>());
    var profile =
        new Profile(
            reading.region(form.region()),
            reading.number("/founded", form.founded(), 1800, now.getValue()),
            reading.number("/employees", form.employees(), 0, MOST_EMPLOYEES),
            reading.industries(form.industries()),
            reading.qualifications(form.qualifications()),
            reading.website(form.website()),
            reading.introduction(form.introduction()),
            new Contact(
                reading.line("/contactName", form.contactName()),
                reading.line("/contactTitle", form.contactTitle()),
                reading.line("/contactPhone", form.contactPhone()),
                reading.mail(form.contactEmail())));
    if (!reading.faults().isEmpty()) throw new InvalidInput(reading.faults());
    return profile;
  }

  private record Reading(List<Fault> faults) {
    @Nullable String region(@Nullable String typed) {
      var text = text(typed);
      if (text.isEmpty()) return null;
      var region = Regions.find(text);
      if (region.isEmpty()) faults.add(Fault.at("/region", "park.region-unknown"));
      return region.map(Regions.Region::code).orElse(null);
    }

    @Nullable Integer number(String pointer, @Nullable String typed, int least, int most) {
      var text = text(typed);
      if (text.isEmpty()) return null;
      try {
        var number = Integer.parseInt(text);
        if (number >= least && number <= most) return number;
      } catch (NumberFormatException notNumber) {
        // told below, as one out of range is
      }
      faults.add(Fault.at(pointer, "setting.not-in-range", least, most));
      return null;
    }

    List<String> industries(@Nullable String typed) {
      try {
        return Industries.read(text(typed));
      } catch (InvalidInput invalid) {
        faults.addAll(invalid.faults());
        return List.of();
      }
    }

    List<String> qualifications(@Nullable String typed) {
      var words =
          Stream.of(text(typed).split("[、,;\\n\\r]+"))
              .map(String::strip)
              .filter(it -> !it.isEmpty())
              .distinct()
              .toList();
      if (words.size() > MOST_QUALIFICATIONS
          || words.stream().anyMatch(it -> it.length() > LONGEST_LINE)) {
        faults.add(
            Fault.at(
                "/qualifications",
                "organisation.qualifications-malformed",
                MOST_QUALIFICATIONS,
                LONGEST_LINE));
      }
      return words;
    }

    @Nullable String website(@Nullable String typed) {
      var text = text(typed);
      if (text.isEmpty()) return null;
      var website = Website.of(text);
      if (website.isEmpty()) faults.add(Fault.at("/website", "profile.website-malformed"));
      return website.map(Website::address).orElse(null);
    }

    String introduction(@Nullable String typed) {
      var text = Objects.requireNonNullElse(typed, "").strip();
      if (text.length() > LONGEST)
        faults.add(Fault.at("/introduction", "profile.too-long", LONGEST));
      return text;
    }

    @Nullable String line(String pointer, @Nullable String typed) {
      var text = text(typed);
      if (text.length() > LONGEST_LINE || text.chars().anyMatch(Character::isISOControl)) {
        faults.add(Fault.at(pointer, "park.line-malformed", LONGEST_LINE));
      }
      return text.isEmpty() ? null : text;
    }

    @Nullable String mail(@Nullable String typed) {
      var text = text(typed);
      if (text.isEmpty()) return null;
      var address = MailAddress.of(text);
      if (address.isEmpty()) faults.add(Fault.at("/contactEmail", "profile.mail-malformed"));
      return address.map(MailAddress::address).orElse(null);
    }

    private static String text(@Nullable String typed) {
      return Normalizer.normalize(Objects.requireNonNullElse(typed, ""), Normalizer.Form.NFKC)
          .strip();
    }
  }
}
