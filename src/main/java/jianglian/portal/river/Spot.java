package jianglian.portal.river;

import java.util.Locale;

/// A point of the picture, in its units from the upper left corner.
public record Spot(double x, double y) {
  double distance(Spot other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  public String tenthX() {
    return tenth(x);
  }

  public String tenthY() {
    return tenth(y);
  }

  /// To a tenth: finer than any screen.
  static String tenth(double length) {
    return String.format(Locale.ROOT, "%.1f", length);
  }
}
