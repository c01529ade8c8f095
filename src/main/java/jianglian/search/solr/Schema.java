package jianglian.search.solr;

import jianglian.search.embedding.Part;
import jianglian.search.question.Place;

/// Names of `search/solr/schema.xml`.
final class Schema {
  /// Raised whenever what is written, schema.xml or solrconfig.xml changes: the index of another
  /// version stays beside this one until nobody asks it any more.
  static final int VERSION = 2;

  static final String KEY = "key";
  static final String KIND = "kind";
  static final String WRITTEN = "written";
  static final String AT = "at";
  static final String VALID_UNTIL = "validUntil";
  static final String VISIBILITY = "visibility";
  static final String CODE = "code";
  static final String CARD = "card";
  static final String TEXT = "text";
  static final String HAS = "has";
  static final String LACKS = "lacks";
  static final String SOUND = "sound";
  static final String SHORT_SOUND = "sound_short";
  static final String NAME = "name";
  static final String NAME_LENGTH = "name_length";

  /// The mark that everything there is carries.
  static final String ALL = "all";

  /// Handlers.
  static final String SELECT = "/select";

  static final String FIGURES = "/figures";

  private Schema() {}

  static String words(Place place) {
    return "words_" + place.code();
  }

  static String grams(Place place) {
    return "grams_" + place.code();
  }

  /// How many pairs of letters and words stand there.
  static String length(Place place) {
    return "length_" + place.code();
  }

  static String vector(Part part) {
    return "vector_" + part.code();
  }

  static String facet(String name) {
    return "facet_" + name;
  }

  static String number(String name) {
    return "number_" + name;
  }
}
