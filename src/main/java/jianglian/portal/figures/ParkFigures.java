package jianglian.portal.figures;

/// One park's part. A case counts for every park that takes part in it, so that columns may add up
/// to more than the alliance's own count.
public record ParkFigures(
    String code,
    String name,
    String nameEn,
    long releases,
    long needs,
    long offers,
    long running,
    long letters,
    long realised) {}
