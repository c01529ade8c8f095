package jianglian.torture;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// What the search finds, page by page, as a park's own system asks. `holes`: the index named rows
/// that the tables do not have.
record Found(List<Long> ids, int holes) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int SIZE = 100;

  static Found of(Subject subject, String query, String token) {
    var ids = new ArrayList<Long>();
    int holes = 0;
    var address = "/api/v1/" + query + "size=" + SIZE;
    for (var after = ""; after != null; ) {
      var answer = JSON.readTree(subject.get(address + after, token));
      answer.path("items").forEach(it -> ids.add(it.path("id").asLong()));
      var next = answer.path("next").asString("");
      after = next.isEmpty() ? null : "&after=" + next;
      if (after != null) holes += SIZE - answer.path("items").size();
    }
    return new Found(ids, holes);
  }
}
