package jianglian.search.solr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jianglian.search.Suggestion;
import jianglian.search.changes.Key;
import jianglian.search.question.Place;
import jianglian.search.question.Sounds;
import jianglian.search.question.Spelling;
import jianglian.search.question.Typing;
import jianglian.search.words.Words;

/// Names, titles and keywords for what is being typed, found in Solr.
record SolrSuggest(
    Cluster cluster, String collection, Typing typing, Set<String> audiences, long moment) {
  List<Suggestion> run() {
    if (typing.nothing()) return List.of();
    var asked = Asked.of(audiences, List.of());
    var query = new StringBuilder("{!bool filter=").append(asked.name(matching()));
    for (var it : scores(asked)) query.append(" should=").append(asked.name(it));
    asked.set("q", query.append('}').toString()).rows(Typing.LOOKED_AT);
    asked.set("sort", "score desc,key asc").tell(Schema.KEY, Schema.CARD);
    var found = new ArrayList<Typing.Found>();
    for (var it : cluster.query(collection, Schema.SELECT, asked.params()).getResults()) {
      found.add(new Typing.Found(Key.of(SolrSearch.key(it)), SolrSearch.card(it)));
    }
    return typing.suggestions(found);
  }

  private List<String> scores(Asked asked) {
    var typed = asked.name(typing.typed());
    var scores = new ArrayList<String>();
    scores.add(near("sub(%d,at)".formatted(moment), Typing.HALF_AS_FRESH));
    scores.add(near(Schema.NAME_LENGTH, Typing.HALF_LENGTH));
    scores.add(constant(asked, "{!prefix f=name v=%s}".formatted(typed), Typing.BEGINS));
    scores.add(WordsQuery.exactly(Schema.NAME, typing.typed(), Typing.EXACT));
    Typing.KINDS.forEach(
        (kind, weight) -> scores.add(WordsQuery.exactly(Schema.KIND, kind, weight)));
    return scores;
  }

  /// 1 where the distance is nothing, a half at `half`.
  private static String near(String distance, long half) {
    return "{!func}div(%1$d,sum(%1$d,abs(%2$s)))".formatted(half, distance);
  }

  private static String constant(Asked asked, String query, float weight) {
    return "{!func}if(exists(query(%s)),%s,0)".formatted(asked.name(query), weight);
  }

  private String matching() {
    var typed = typing.typed();
    if (Words.han(typed)) {
      return Stream.of(Place.TITLE, Place.KEYWORDS)
          .flatMap(place ->
              Spelling.of(typed).clauses(1).stream().map(it -> WordsQuery.clause(place, it)))
          .collect(Collectors.joining(" "));
    }
    return typed.length() <= Sounds.SHORT
        ? Schema.SHORT_SOUND + ":" + Asked.quoted(typed)
        : "{!prefix f=sound}" + typed;
  }
}
