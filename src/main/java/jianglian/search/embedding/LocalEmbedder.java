package jianglian.search.embedding;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import jianglian.search.Embedder;
import jianglian.search.adaptation.Adaptation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The model in this process, loaded while the product starts, with two lanes: what a person waits
/// for runs at once, and the backlog pauses between its batches while anything does.
@Component
class LocalEmbedder implements Embedder, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(LocalEmbedder.class);
  private static final int REMEMBERED = 500;
  private static final long PAUSE = Duration.ofMillis(1).toNanos();

  private final Adaptation ofQuestions = Adaptation.ofQuestions();
  private final CompletableFuture<Model> model = new CompletableFuture<>();
  private final AtomicInteger ahead = new AtomicInteger();
  private final Map<String, float[]> recent =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  LocalEmbedder() {
    Thread.ofPlatform().daemon().name("language-model").start(this::load);
  }

  @Override
  public String model() {
    return Model.NAME;
  }

  @Override
  public boolean ready() {
    return model.isDone() && !model.isCompletedExceptionally();
  }

  @Override
  public float[] embed(String text) {
    var read = Part.TEXT.read(text);
    synchronized (recent) {
      var known = recent.get(read);
      if (known != null) return known.clone();
    }
    var vector = ahead(List.of(read))[0];
    synchronized (recent) {
      recent.put(read, vector);
    }
    return vector.clone();
  }

  @Override
  public float[] question(String text) {
    return ofQuestions.apply(embed(text));
  }

  float[][] ahead(List<String> texts) {
    ahead.incrementAndGet();
    try {
      return model.join().embed(texts);
    } finally {
      ahead.decrementAndGet();
    }
  }

  float[][] behind(List<String> texts) {
    while (ahead.get() > 0) LockSupport.parkNanos(PAUSE);
    return model.join().embed(texts);
  }

  private void load() {
    try {
      model.complete(Model.load());
    } catch (RuntimeException | LinkageError failure) {
      LOG.error("the language model cannot be loaded; search goes by words only", failure);
      model.completeExceptionally(failure);
    }
  }

  @Override
  public void destroy() {
    if (ready()) model.join().close();
  }
}
