package jianglian.publishing.harvest;

import static jianglian.publishing.harvest.FeedUnreadable.Reason.BROKEN_OFF;
import static jianglian.publishing.harvest.FeedUnreadable.Reason.CERTIFICATE;
import static jianglian.publishing.harvest.FeedUnreadable.Reason.NO_ANSWER;
import static jianglian.publishing.harvest.FeedUnreadable.Reason.NO_CONNECTION;
import static jianglian.publishing.harvest.FeedUnreadable.Reason.REDIRECTS;
import static jianglian.publishing.harvest.FeedUnreadable.Reason.STATUS;
import static jianglian.publishing.harvest.FeedUnreadable.Reason.TOO_LARGE;
import static jianglian.publishing.harvest.FeedUnreadable.Reason.TOO_SLOW;
import static jianglian.publishing.harvest.FeedUnreadable.Reason.UNKNOWN_HOST;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Fetches what an address of a stranger's making leads to, and nothing else: only from public
/// addresses, following redirects by hand, within limits of time and size that hold whatever the
/// other side does.
final class FeedFetcher {
  private static final int HOPS = 5;
  private static final Set<Integer> REDIRECTS_TO = Set.of(301, 302, 303, 307, 308);

  /// An answer's head must end some time, too.
  private static final Http1Config HEAD =
      Http1Config.custom().setMaxLineLength(16_384).setMaxHeaderCount(200).build();

  private final HarvestLimits limits;
  private final PublicAddresses addresses;
  private final String agent;

  FeedFetcher(HarvestLimits limits, PublicAddresses addresses, String agent) {
    this.limits = limits;
    this.addresses = addresses;
    this.agent = agent;
  }

  /// `etag` and `lastModified` are those of the last reading. Throws [FeedUnreadable].
  Fetched fetch(String address, @Nullable String etag, @Nullable String lastModified) {
    var fetching =
        new FutureTask<>(() -> follow(FeedAddress.of(address, limits), etag, lastModified));
    Thread.ofVirtual().name("harvest " + address).start(fetching);
    try {
      return fetching.get(limits.deadline().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      throw new FeedUnreadable(TOO_SLOW, String.valueOf(limits.deadline().toSeconds()));
    } catch (ExecutionException failed) {
      throw reason(failed.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new FeedUnreadable(BROKEN_OFF, "");
    } finally {
      // interrupts a thread that still waits; that closes its connection
      fetching.cancel(true);
    }
  }

  private Fetched follow(FeedAddress start, @Nullable String etag, @Nullable String lastModified)
      throws IOException {
    var at = start;
    for (int hop = 0; hop <= HOPS; hop++) {
      var step = step(at, etag, lastModified);
      if (step.answer() != null) return step.answer();
      at = at.redirected(step.location(), limits);
    }
    throw new FeedUnreadable(REDIRECTS, String.valueOf(HOPS));
  }

  /// Whatever has not been read when all is known goes unread: the connection is cut.
  private Step step(FeedAddress at, @Nullable String etag, @Nullable String lastModified)
      throws IOException {
    var client = client();
    try {
      return step(client.executeOpen(null, request(at, etag, lastModified), null), at);
    } finally {
      client.close(CloseMode.IMMEDIATE);
    }
  }

  /// Either an answer or the way on.
  private record Step(@Nullable Fetched answer, @Nullable String location) {}

  private Step step(ClassicHttpResponse response, FeedAddress at) throws IOException {
    int status = response.getCode();
    if (REDIRECTS_TO.contains(status)) return new Step(null, header(response, "Location"));
    if (status == 304) return new Step(new Fetched.Unchanged(), null);
    if (status != 200) throw new FeedUnreadable(STATUS, String.valueOf(status));
    return new Step(
        new Fetched.Document(
            body(response),
            charset(header(response, "Content-Type")),
            at,
            header(response, "ETag"),
            header(response, "Last-Modified")),
        null);
  }

  /// Packed or not, some servers do not say; the first two bytes do.
  private byte[] body(ClassicHttpResponse response) throws IOException {
    if (response.getEntity() == null) return new byte[0];
    var bytes = bounded(response.getEntity().getContent());
    if (bytes.length < 2 || bytes[0] != 0x1f || (bytes[1] & 0xff) != 0x8b) return bytes;
    return bounded(new GZIPInputStream(new ByteArrayInputStream(bytes)));
  }

  private byte[] bounded(InputStream in) throws IOException {
    int most = Math.toIntExact(limits.size().toBytes());
    var bytes = in.readNBytes(most + 1);
    if (bytes.length > most) {
      throw new FeedUnreadable(TOO_LARGE, String.valueOf(limits.size().toMegabytes()));
    }
    return bytes;
  }

  private HttpGet request(FeedAddress at, @Nullable String etag, @Nullable String lastModified) {
    var request = new HttpGet(at.uri());
    request.setHeader(
        "Accept",
        "application/atom+xml, application/rss+xml, application/xml, text/xml, */*;q=0.5");
    request.setHeader("Accept-Encoding", "gzip");
    if (etag != null) request.setHeader("If-None-Match", etag);
    if (lastModified != null) request.setHeader("If-Modified-Since", lastModified);
    return request;
  }

  /// One client for one request: nothing of one site, no connection, no cookie, meets another.
  private CloseableHttpClient client() {
    var tls =
        RegistryBuilder.<TlsSocketStrategy>create()
            .register("https", DefaultClientTlsStrategy.createDefault())
            .build();
    var factory = ManagedHttpClientConnectionFactory.builder().http1Config(HEAD).build();
    var connections = BasicHttpClientConnectionManager.create(null, addresses, tls, factory);
    connections.setConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(limits.connect()))
            .setSocketTimeout(Timeout.of(limits.silence()))
            .build());
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom().setResponseTimeout(Timeout.of(limits.silence())).build())
        .setUserAgent(agent)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  private static @Nullable String header(HttpMessage message, String name) {
    var header = message.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  private static @Nullable String charset(@Nullable String contentType) {
    var parsed = ContentType.parseLenient(contentType);
    return parsed == null || parsed.getCharset() == null ? null : parsed.getCharset().name();
  }

  private static FeedUnreadable reason(@Nullable Throwable cause) {
    return switch (cause) {
      case FeedUnreadable known -> known;
      case UnknownHostException _ -> new FeedUnreadable(UNKNOWN_HOST, "");
      case SocketTimeoutException _ -> new FeedUnreadable(NO_ANSWER, "");
      case ConnectException _, NoRouteToHostException _ -> new FeedUnreadable(NO_CONNECTION, "");
      case SSLException _ -> new FeedUnreadable(CERTIFICATE, "");
      case null, default -> new FeedUnreadable(BROKEN_OFF, "");
    };
  }
}
