package jianglian.torture;

import java.util.List;

/// What one round did and found: `acknowledged` verdicts had arrived when the product was killed,
/// `there` rows were found after the restart.
record Round(
    int number,
    Load load,
    Moment moment,
    boolean postmaster,
    int acknowledged,
    int there,
    double restart,
    double index,
    double again,
    List<String> faults) {
  static final String HEAD =
      "%5s  %-7s  %-6s  %-14s  %12s  %6s  %8s  %7s  %7s  %s%n"
          .formatted(
              "round",
              "kind",
              "moment",
              "killed",
              "acknowledged",
              "there",
              "restart",
              "index",
              "again",
              "faults");

  boolean interrupted() {
    return acknowledged < load.rows().size();
  }

  @Override
  public String toString() {
    return "%5d  %-7s  %-6s  %-14s  %12d  %6d  %7.1fs  %6.1fs  %6.1fs  %s"
        .formatted(
            number,
            load.kind(),
            moment.code(),
            postmaster ? "jvm+postmaster" : "jvm",
            acknowledged,
            there,
            restart,
            index,
            again,
            faults.isEmpty() ? "none" : String.join("; ", faults));
  }
}
