package jianglian.portal.river;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RiverPictureTest {
  private static final Function<ParkOnRiver, String> NAME = ParkOnRiver::shortName;

  @Test
  void the_river_runs_from_west_to_east_and_grows() {
    var picture = RiverPicture.wide(List.of(), NAME);
    var widths = picture.course().stream().map(it -> Double.parseDouble(it.width())).toList();
    assertThat(widths).isSorted();
    assertThat(widths.getLast()).isGreaterThan(2 * widths.getFirst());
    assertThat(River.ALL.getFirst().course().getFirst().longitude())
        .isLessThan(River.ALL.getFirst().course().getLast().longitude());
  }

  @Test
  void a_park_lies_in_the_picture_where_its_place_is() {
    var wuhan = park("武汉东湖", 114.43, 30.48, true);
    var shanghai = park("上海张江", 121.59, 31.20, true);
    var marks = RiverPicture.wide(List.of(shanghai, wuhan), NAME).parks();
    assertThat(marks.getLast().at().x()).isLessThan(marks.getFirst().at().x());
    assertThat(marks.getLast().at().y()).isGreaterThan(marks.getFirst().at().y());
  }

  @Test
  void shown_names_never_cover_each_other_however_parks_lie() {
    var random = new Random(51);
    for (var round = 0; round < 200; round++) {
      var parks = new ArrayList<ParkOnRiver>();
      for (var i = 0; i < 60; i++) {
        var east = 112 + random.nextGaussian() * 4;
        var north = 30 + random.nextGaussian() * 1.5;
        parks.add(park("园区名称".substring(0, 2 + random.nextInt(3)), east, north, i % 12 == 0));
      }
      var labels = new ArrayList<Box>();
      for (var mark : RiverPicture.narrow(parks, NAME).parks()) {
        if (mark.hidden()) continue;
        var box = box(mark);
        assertThat(labels).noneMatch(box::overlaps);
        labels.add(box);
      }
      assertThat(labels).isNotEmpty();
    }
  }

  private static Box box(ParkMark mark) {
    var font = mark.park().founder() ? 13.2 : 11;
    var width = mark.park().shortName().length() * font;
    var name = mark.name();
    var left =
        switch (name.anchor()) {
          case "start" -> name.at().x();
          case "end" -> name.at().x() - width;
          default -> name.at().x() - width / 2;
        };
    var top = name.at().y() - font * 0.8;
    return new Box(left, top, left + width, top + font);
  }

  private static ParkOnRiver park(String name, double east, double north, boolean founder) {
    return new ParkOnRiver("1", name, name, "420000", east, north, founder, 3, 4, 5);
  }
}
