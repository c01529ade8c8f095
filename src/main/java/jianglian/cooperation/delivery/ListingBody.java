package jianglian.cooperation.delivery;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a delivered need or offer may say, as the description of the interface shows it; read field
/// by field by [DeliveryReading].
@Schema(description = "Only the fields sent are changed; title, text and type are needed at first")
record ListingBody(
    String title,
    String text,
    @Schema(description = "technology, business, joint-rd, service, capital, site, people")
        String type,
    @Schema(description = "Credit code, name or id of the firm") @Nullable String organisation,
    @Nullable String uscc,
    @Schema(description = "GB/T 4754; of a thesis those it looks for") List<String> industries,
    @Schema(description = "GB/T 2260, where the counterpart must be; none: anywhere")
        List<String> regions,
    List<String> keywords,
    @Schema(description = "Whole yuan; of type capital the sum sought or the ticket")
        @Nullable Long amountMin,
    @Nullable Long amountMax,
    @Nullable String currency,
    @Schema(description = "concept, lab, prototype, pilot, production") @Nullable String maturity,
    @Schema(description = "Of capital: seed, angel, series-a, series-b, series-c, pre-ipo")
        List<String> stages,
    @Schema(description = "Of capital: equity, convertible, debt, guarantee, lease, factoring")
        List<String> instruments,
    @Schema(description = "Of a thesis: industries of GB/T 4754 never invested in")
        List<String> exclusions,
    @Nullable String validUntil,
    @Schema(description = "Never public") @Nullable String contact,
    @Nullable String lang) {}
