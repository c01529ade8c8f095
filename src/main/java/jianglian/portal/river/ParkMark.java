package jianglian.portal.river;

import org.jspecify.annotations.Nullable;

/// A park on the picture. `label` is null where its name would lie on another's; such a name shows
/// only when the point is pointed at or focused.
public record ParkMark(ParkOnRiver park, Spot at, double radius, @Nullable Label label) {
  private static final double ABOVE = 5;

  /// Where a name begins, ends or has its middle: SVG's `text-anchor`.
  public record Label(Spot at, String anchor) {}

  public boolean hidden() {
    return label == null;
  }

  public Label name() {
    if (label != null) return label;
    return new Label(new Spot(at.x(), at.y() - radius - ABOVE), "middle");
  }

  public String size() {
    return Spot.tenth(radius);
  }
}
