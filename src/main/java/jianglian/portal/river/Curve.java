package jianglian.portal.river;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A smooth line through points, as the `d` of an SVG path: Catmull-Rom splines written as cubic
/// Béziers.
record Curve(List<Spot> through) {
  private static final double TENSION = 6;

  String path() {
    var path = new StringBuilder(write("M", through.getFirst()));
    for (var i = 0; i + 1 < through.size(); i++) {
      var from = through.get(i);
      var to = through.get(i + 1);
      var before = through.get(Math.max(i - 1, 0));
      var after = through.get(Math.min(i + 2, through.size() - 1));
      path.append(write("C", pulled(from, before, to)))
          .append(write(" ", pulled(to, after, from)))
          .append(write(" ", to));
    }
    return path.toString();
  }

  /// The line without points that lie closer to the one kept before than `apart`; the ends stay.
  Curve coarser(double apart) {
    var kept = new ArrayList<>(List.of(through.getFirst()));
    for (var spot : through.subList(1, through.size() - 1)) {
      if (kept.getLast().distance(spot) >= apart) kept.add(spot);
    }
    kept.add(through.getLast());
    return new Curve(kept);
  }

  /// The line cut into `count` pieces of about as many points each; neighbours share a point.
  List<Curve> pieces(int count) {
    var pieces = new ArrayList<Curve>();
    var steps = through.size() - 1;
    for (var i = 0; i < count; i++) {
      pieces.add(new Curve(through.subList(steps * i / count, steps * (i + 1) / count + 1)));
    }
    return pieces;
  }

  private static Spot pulled(Spot at, Spot from, Spot to) {
    return new Spot(at.x() + (to.x() - from.x()) / TENSION, at.y() + (to.y() - from.y()) / TENSION);
  }

  private static String write(String command, Spot spot) {
    return String.format(Locale.ROOT, "%s%.1f %.1f", command, spot.x(), spot.y());
  }
}
