package jianglian.search.solr;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import jianglian.search.SearchUnavailable;
import org.apache.solr.client.solrj.SolrClient;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrRequest.METHOD;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.params.SolrParams;
import org.apache.solr.common.util.NamedList;
import org.jspecify.annotations.Nullable;

/// The nodes of a SolrCloud. Any of them answers for all, so that what fails at one is asked of the
/// next, again and again until patience is at its end. A request may therefore be carried out
/// twice.
final class Cluster implements Closeable {
  private static final Duration CONNECTING = Duration.ofSeconds(2);
  private static final Duration ANSWERING = Duration.ofSeconds(20);

  /// What a person waits for is given up soon.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /// When nothing answered a moment ago, every node is asked once only.
  private static final Duration AWAY = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final int FIRST_OF_ITS_OWN = 500;

  /// What Solr says while a shard or an alias is on its way, which passes.
  private static final Set<Integer> PASSING = Set.of(404, 409, 410, 429, 503);

  private final List<? extends SolrClient> nodes;

  /// The one that answered last, which is asked first.
  private final AtomicInteger first = new AtomicInteger();

  private volatile long away = System.nanoTime() - AWAY.toNanos();

  Cluster(SolrSettings settings) {
    this.nodes = settings.urls().stream().map(it -> node(it, settings)).toList();
  }

  private static SolrClient node(URI url, SolrSettings settings) {
    var node =
        new HttpJdkSolrClient.Builder(url.toString())
            .withConnectionTimeout(CONNECTING.toMillis(), TimeUnit.MILLISECONDS)
            .withRequestTimeout(ANSWERING.toMillis(), TimeUnit.MILLISECONDS)
            .useHttp1_1(true);
    if (settings.user() != null && settings.password() != null) {
      node.withBasicAuthCredentials(settings.user(), settings.password());
    }
    return node.build();
  }

  /// `handler`: `/select` or another of solrconfig.xml.
  QueryResponse query(String collection, String handler, SolrParams asked) {
    var request = new QueryRequest(asked, METHOD.POST);
    request.setPath(handler);
    var answer = ask(request, collection, PATIENCE);
    var response = new QueryResponse();
    response.setResponse(answer);
    return response;
  }

  /// Everything else; `collection` null where the request is not about one.
  NamedList<Object> ask(SolrRequest<?> request, @Nullable String collection) {
    return ask(request, collection, PATIENCE);
  }

  private NamedList<Object> ask(
      SolrRequest<?> request, @Nullable String collection, Duration patience) {
    var begin = System.nanoTime();
    var end = begin + (begin - away < AWAY.toNanos() ? 0 : patience.toNanos());
    while (true) {
      var failures = new ArrayList<Exception>();
      var start = first.get();
      for (var i = 0; i < nodes.size(); i++) {
        var node = (start + i) % nodes.size();
        try {
          var answer = nodes.get(node).request(request, collection);
          if (i > 0) first.compareAndSet(start, node);
          return answer;
        } catch (SolrServerException | IOException unreachable) {
          failures.add(unreachable);
        } catch (SolrException refused) {
          if (!passing(refused)) throw new IllegalArgumentException(refused.getMessage(), refused);
          failures.add(refused);
        }
      }
      if (System.nanoTime() - end >= 0) {
        away = System.nanoTime();
        throw unavailable(failures);
      }
      pause();
    }
  }

  private static boolean passing(SolrException refused) {
    return refused.code() >= FIRST_OF_ITS_OWN || PASSING.contains(refused.code());
  }

  /// Tells of every node: one that is dead must not hide what a living one said.
  private static SearchUnavailable unavailable(List<Exception> failures) {
    var said = failures.stream().map(Cluster::said).collect(Collectors.joining("; "));
    var unavailable = new SearchUnavailable("Solr does not answer: " + said, failures.getFirst());
    failures.stream().skip(1).forEach(unavailable::addSuppressed);
    return unavailable;
  }

  private static String said(Exception failure) {
    var message = Objects.requireNonNullElse(failure.getMessage(), "");
    // Behind the first line stands the page that a browser would show.
    return message.lines().findFirst().orElse(failure.getClass().getSimpleName());
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SearchUnavailable("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    for (var node : nodes) {
      try {
        node.close();
      } catch (IOException ignored) {
        // It is of no use any more.
      }
    }
  }

  @Override
  public String toString() {
    return nodes.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
