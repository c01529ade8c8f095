package jianglian.search.embedding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jianglian.search.Vectors;
import jianglian.search.embedding.StoredVectors.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The vectors of single rows, for whoever matches them.
@Component
class RowVectors implements Vectors {
  private final StoredVectors stored;
  private final Embedding embedding;
  private final LocalEmbedder model;

  RowVectors(StoredVectors stored, Embedding embedding, LocalEmbedder model) {
    this.stored = stored;
    this.embedding = embedding;
    this.model = model;
  }

  @Override
  public Map<String, float[]> of(String kind, long id) {
    return of(kind, List.of(id)).getOrDefault(id, Map.of());
  }

  @Override
  public Map<Long, Map<String, float[]>> of(String kind, Collection<Long> ids) {
    var vectors = new HashMap<Long, Map<String, float[]>>();
    stored.of(kind, ids).forEach((id, parts) -> vectors.put(id, byCode(parts)));
    return vectors;
  }

  private static Map<String, float[]> byCode(Map<Part, Stored> parts) {
    var vectors = new HashMap<String, float[]>();
    parts.forEach((part, it) -> vectors.put(part.code(), it.vector()));
    return vectors;
  }

  @Override
  public Map<String, float[]> ensure(String kind, long id, String title, @Nullable String text) {
    var vectors = new HashMap<String, float[]>();
    var known = stored(kind, id);
    var lacking = new ArrayList<Lacking>();
    for (var it : texts(kind, id, title, text)) {
      var old = known.get(it.part());
      if (old != null && old.digest().equals(it.digest()))
        vectors.put(it.part().code(), old.vector());
      else lacking.add(it);
    }
    var fresh = embedding.embed(lacking, model::ahead);
    embedding.announce(fresh.keySet());
    fresh.forEach((it, vector) -> vectors.put(it.part().code(), vector));
    return vectors;
  }

  private Map<Part, Stored> stored(String kind, long id) {
    return stored.of(kind, List.of(id)).getOrDefault(id, Map.of());
  }

  private static List<Lacking> texts(String kind, long id, String title, @Nullable String text) {
    var texts = new ArrayList<Lacking>();
    if (!title.isBlank()) texts.add(new Lacking(kind, id, Part.TITLE, title));
    if (text != null && !text.isBlank()) texts.add(new Lacking(kind, id, Part.TEXT, text));
    return texts;
  }
}
