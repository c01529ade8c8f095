package jianglian.portal.river;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds a place for each name where it covers no point, no other name and as little of the river
/// as can be; a name for which there is none stays hidden. Founders are to be asked for first.
final class Labelling {
  private static final double GAP = 4;

  private final Frame frame;
  private final Curve river;
  private final Function<ParkOnRiver, String> name;
  private final List<Box> taken = new ArrayList<>();

  Labelling(Frame frame, Curve river, List<ParkOnRiver> parks, Function<ParkOnRiver, String> name) {
    this.frame = frame;
    this.river = river;
    this.name = name;
    parks.forEach(it -> taken.add(Box.around(at(it), radius(it))));
    taken.add(frame.reserved());
  }

  private record Candidate(Box box, ParkMark.Label label, int preference) {}

  ParkMark mark(ParkOnRiver park) {
    var at = at(park);
    return new ParkMark(park, at, radius(park), label(park, at));
  }

  private Spot at(ParkOnRiver park) {
    return frame.at(park.longitude(), park.latitude());
  }

  /// Busier parks are drawn larger: the area grows with what is open there.
  private double radius(ParkOnRiver park) {
    return frame.unit() * (park.founder() ? 8 : Math.min(3.6 + Math.sqrt(park.open()) * 0.55, 7));
  }

  private ParkMark.@Nullable Label label(ParkOnRiver park, Spot at) {
    var best =
        around(park, at)
            .filter(it -> frame.bounds().holds(it.box()))
            .filter(it -> taken.stream().noneMatch(it.box()::overlaps))
            .min(Comparator.comparingInt(it -> it.preference() + 3 * river(it.box())));
    best.ifPresent(it -> taken.add(it.box().wider(frame.apart())));
    return best.map(Candidate::label).orElse(null);
  }

  private int river(Box box) {
    return (int) river.through().stream().filter(box::holds).count();
  }

  /// Founders are always named, if need be a little away from their point.
  private Stream<Candidate> around(ParkOnRiver park, Spot at) {
    var near = around(park, at, GAP * frame.unit());
    if (!park.founder()) return near;
    return Stream.concat(
        near, Stream.of(8, 16, 24, 32).flatMap(further -> around(park, at, further)));
  }

  private Stream<Candidate> around(ParkOnRiver park, Spot at, double gap) {
    var reach = radius(park) + gap;
    var slant = reach * 0.75;
    return Stream.of(
        candidate(park, new Spot(at.x() + reach, at.y()), "start", 0),
        candidate(park, new Spot(at.x() - reach, at.y()), "end", 1),
        candidate(park, new Spot(at.x(), at.y() - reach - half(park)), "middle", 2),
        candidate(park, new Spot(at.x(), at.y() + reach + half(park)), "middle", 2),
        candidate(park, new Spot(at.x() + slant, at.y() - slant), "start", 4),
        candidate(park, new Spot(at.x() + slant, at.y() + slant), "start", 4),
        candidate(park, new Spot(at.x() - slant, at.y() - slant), "end", 5),
        candidate(park, new Spot(at.x() - slant, at.y() + slant), "end", 5));
  }

  /// `middle` is the height at which the letters have their middle.
  private Candidate candidate(ParkOnRiver park, Spot middle, String anchor, int preference) {
    var width = width(park);
    var left =
        switch (anchor) {
          case "start" -> middle.x();
          case "end" -> middle.x() - width;
          default -> middle.x() - width / 2;
        };
    var box = new Box(left, middle.y() - half(park), left + width, middle.y() + half(park));
    var baseline = new Spot(middle.x(), middle.y() + font(park) * 0.36);
    return new Candidate(box, new ParkMark.Label(baseline, anchor), preference);
  }

  private double half(ParkOnRiver park) {
    return font(park) * 0.6;
  }

  private double font(ParkOnRiver park) {
    return park.founder() ? frame.font() * 1.2 : frame.font();
  }

  /// Chinese letters are as wide as the type is high, others a little over half.
  private double width(ParkOnRiver park) {
    var wide = name.apply(park).chars().mapToDouble(it -> it >= 0x2e80 ? 1 : 0.56).sum();
    return wide * font(park);
  }
}
