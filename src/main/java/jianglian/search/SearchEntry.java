package jianglian.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One searchable row as its module sees it; the index is built from nothing else.
///
/// `visibility` holds the marks of [jianglian.audit.Actor#audiences] that may see it; whoever
/// carries `all` sees every entry. `code` is a document number or another exact name. `facets` maps
/// a facet (`kind`, `park`, `type`, `industry`, `region`, `audience`, `state` …) to its values;
/// `numbers` maps a name (`amountMin`, `amountMax`, `organisation` …) to a long for range filters.
/// `validUntil` null means valid for ever.
public record SearchEntry(
    String kind,
    long id,
    String lang,
    Set<String> visibility,
    String title,
    String text,
    List<String> keywords,
    @Nullable String code,
    Map<String, Set<String>> facets,
    Map<String, Long> numbers,
    Instant at,
    @Nullable LocalDate validUntil) {}
