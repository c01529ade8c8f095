package jianglian.portal.river;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What the template draws: the main course in pieces that grow wider downstream, the tributaries,
/// the parks with their labels.
public record RiverPicture(
    int width, int height, List<Stretch> course, List<String> tributaries, List<ParkMark> parks) {
  private static final int PIECES = 14;

  public record Stretch(String path, String width) {}

  public static RiverPicture wide(List<ParkOnRiver> parks, Function<ParkOnRiver, String> name) {
    return of(Frame.WIDE, parks, name);
  }

  public static RiverPicture narrow(List<ParkOnRiver> parks, Function<ParkOnRiver, String> name) {
    return of(Frame.NARROW, parks, name);
  }

  private static RiverPicture of(
      Frame frame, List<ParkOnRiver> parks, Function<ParkOnRiver, String> name) {
    var main = curve(frame, River.ALL.getFirst());
    var founders = Comparator.comparing((ParkOnRiver it) -> !it.founder());
    var labels = new Labelling(frame, main, parks, name);
    return new RiverPicture(
        (int) frame.width(),
        (int) frame.height(),
        stretches(frame, main),
        River.ALL.stream().skip(1).map(it -> curve(frame, it).path()).toList(),
        parks.stream().sorted(founders).map(labels::mark).toList());
  }

  private static Curve curve(Frame frame, River river) {
    var course = new Curve(river.course().stream().map(frame::at).toList());
    return course.coarser(river.main() ? 3.2 : 6.5);
  }

  private static List<Stretch> stretches(Frame frame, Curve main) {
    var pieces = main.pieces(PIECES);
    return IntStream.range(0, PIECES)
        .mapToObj(i ->
            new Stretch(
                pieces.get(i).path(), Spot.tenth(frame.unit() * (2.6 + 3.6 * i / (PIECES - 1)))))
        .toList();
  }
}
