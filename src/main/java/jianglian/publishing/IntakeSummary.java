package jianglian.publishing;

/// What became of a delivery's rows.
public record IntakeSummary(long job, int created, int updated, int unchanged, int refused) {
  public int rows() {
    return created + updated + unchanged + refused;
  }
}
