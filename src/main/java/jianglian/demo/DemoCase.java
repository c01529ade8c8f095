package jianglian.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How two listings came together; `asked` and `side` are `need` or `offer`, days count back.
record DemoCase(
    String need,
    String offer,
    String asked,
    double askedDaysAgo,
    @Nullable Double acceptedDaysAgo,
    String message,
    List<DemoStep> steps,
    @Nullable DemoEnd result) {

  record DemoStep(String to, String side, double daysAgo, String note, @Nullable String reason) {}

  record DemoEnd(String result, String side, double daysAgo, String note) {}

  String asker() {
    return asked.equals("need") ? need : offer;
  }

  String accepter() {
    return asked.equals("need") ? offer : need;
  }

  String of(String side) {
    return side.equals("need") ? need : offer;
  }
}
