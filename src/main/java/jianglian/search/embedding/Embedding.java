package jianglian.search.embedding;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import jianglian.search.SearchChanges;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives texts their vectors, taken from an equal text where there is one, else computed, and
/// stores them. If nobody announces them, the rows still count as lacking and are announced next
/// time.
@Component
class Embedding {
  private final StoredVectors stored;
  private final SearchChanges changes;
  private final TransactionTemplate transaction;

  Embedding(StoredVectors stored, SearchChanges changes, TransactionTemplate transaction) {
    this.stored = stored;
    this.changes = changes;
    this.transaction = transaction;
  }

  interface Computing {
    float[][] vectors(List<String> texts);
  }

  Map<Lacking, float[]> embed(List<Lacking> texts, Computing model) {
    if (texts.isEmpty()) return Map.of();
    var known = stored.byDigest(texts.stream().map(Lacking::digest).toList());
    var fresh = new LinkedHashMap<String, String>();
    for (var text : texts) {
      if (!known.containsKey(text.digest()))
        fresh.put(text.digest(), text.part().read(text.text()));
    }
    known.putAll(compute(fresh, model));
    var vectors = new LinkedHashMap<Lacking, float[]>();
    for (var text : texts) {
      var vector = known.get(text.digest());
      if (vector != null) vectors.put(text, vector);
    }
    stored.store(vectors);
    return vectors;
  }

  private static Map<String, float[]> compute(SequencedMap<String, String> texts, Computing model) {
    if (texts.isEmpty()) return Map.of();
    var vectors = model.vectors(List.copyOf(texts.values()));
    var byDigest = new LinkedHashMap<String, float[]>();
    for (var digest : texts.keySet()) byDigest.put(digest, vectors[byDigest.size()]);
    return byDigest;
  }

  /// Tells the index to read these rows again.
  void announce(Collection<Lacking> texts) {
    transaction.executeWithoutResult(_ ->
        texts.stream()
            .collect(
                Collectors.groupingBy(
                    Lacking::kind, Collectors.mapping(Lacking::id, Collectors.toSet())))
            .forEach(changes::changed));
  }
}
