package jianglian.publishing.harvest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jianglian.publishing.history.VersionStep.FieldChange;
import org.jspecify.annotations.Nullable;

/// A proposal to be decided about. `release` is the one it changes, `changes` what it would change
/// there, of which `more` lines are not shown.
public record ProposalCard(
    long id,
    String title,
    String lead,
    @Nullable String link,
    @Nullable LocalDate publishedOn,
    Instant foundAt,
    @Nullable Long release,
    List<FieldChange> changes,
    int more) {}
