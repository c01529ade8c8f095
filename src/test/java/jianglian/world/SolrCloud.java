package jianglian.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/// A real SolrCloud of two nodes and one ZooKeeper, each in a JVM of its own that may be killed at
/// any moment. Nothing of it is left behind when this process ends.
public final class SolrCloud implements AutoCloseable {
  /// A node that is not heard of for so long counts as gone.
  public static final Duration SESSION = Duration.ofSeconds(5);

  /// So long Solr 9.10 itself waits before another replica takes a dead leader's place, for updates
  /// still on their way (ShardLeaderElectionContext); it cannot be set.
  public static final Duration LEADER_REPLACED = Duration.ofMillis(2_500);

  public static final int NODES = 2;

  private static final Path ALL = Path.of("target", "solr").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String HEAP = "-Xmx512m";
  private static final int LAST_LINES = 40;

  private static final Pattern LIVE = Pattern.compile("\"live_nodes\":\\[([^]]*)]");

  private static SolrCloud shared;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private final List<Integer> ports;
  private final Process[] nodes = new Process[NODES];
  private Process zooKeeper;

  private SolrCloud() throws IOException {
    Files.createDirectories(ALL);
    this.folder = Files.createTempDirectory(ALL, "cloud-");
    this.ports = freePorts(NODES + 1);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /// The one of this test run; all its nodes are there.
  public static synchronized SolrCloud shared() {
    if (shared == null) shared = start();
    return shared;
  }

  public static SolrCloud start() {
    try {
      var cloud = new SolrCloud();
      cloud.startZooKeeper();
      for (var node = 0; node < NODES; node++) cloud.startNode(node);
      cloud.awaitLive(NODES);
      return cloud;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// As jianglian.search.solr.urls has it.
  public String urls() {
    return IntStream.range(0, NODES).mapToObj(this::url).collect(Collectors.joining(","));
  }

  private String url(int node) {
    return "http://127.0.0.1:%d/solr".formatted(ports.get(node));
  }

  /// As kill -9 does.
  public void kill(int node) {
    nodes[node].destroyForcibly().onExit().join();
  }

  /// Starts a killed node and returns when all replicas are in use again.
  public void revive(int node) {
    try {
      startNode(node);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    awaitLive(NODES);
    awaitActive();
  }

  private void startZooKeeper() throws IOException {
    var settings = folder.resolve("zoo.cfg");
    Files.writeString(
        settings,
        """
        tickTime=500
        dataDir=%s
        clientPort=%d
        clientPortAddress=127.0.0.1
        admin.enableServer=false
        """
            .formatted(folder.resolve("zookeeper"), ports.getLast()));
    zooKeeper =
        java(
            "zookeeper.log",
            List.of(
                "-Xmx128m",
                "org.apache.zookeeper.server.ZooKeeperServerMain",
                settings.toString()));
  }

  private void startNode(int node) throws IOException {
    var home = Files.createDirectories(folder.resolve("node-" + node));
    Files.writeString(
        home.resolve("solr.xml"),
        """
        <solr>
          <int name="maxBooleanClauses">1024</int>
          <solrcloud>
            <str name="zkHost">127.0.0.1:%d</str>
            <str name="host">127.0.0.1</str>
            <int name="hostPort">%d</int>
            <str name="hostContext">/solr</str>
            <int name="zkClientTimeout">%d</int>
          </solrcloud>
          <shardHandlerFactory name="shardHandlerFactory" class="HttpShardHandlerFactory"/>
          <metrics enabled="false"/>
        </solr>
        """
            .formatted(ports.getLast(), ports.get(node), SESSION.toMillis()));
    nodes[node] =
        java(
            "node-%d.log".formatted(node),
            List.of(
                HEAP,
                "-Dsolr.home=" + home,
                Path.of("src", "test", "solr", "SolrNode.java").toAbsolutePath().toString(),
                home.toString(),
                String.valueOf(ports.get(node))));
  }

  private Process java(String log, List<String> words) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
    command.addAll(words);
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(log).toFile()))
        .start();
  }

  /// Solr's own, written by the build; nothing of the product is on it.
  private static String classPath() throws IOException {
    return Files.readString(Path.of("target", "solr.classpath")).strip();
  }

  private void awaitLive(int count) {
    await(count + " live nodes", "CLUSTERSTATUS", it -> live(it) >= count);
  }

  private static int live(String status) {
    var nodes = LIVE.matcher(status);
    return nodes.find() ? nodes.group(1).split("_solr", -1).length - 1 : 0;
  }

  private void awaitActive() {
    await(
        "all replicas in use",
        "CLUSTERSTATUS",
        it -> !it.contains("\"state\":\"down\"") && !it.contains("\"state\":\"recovering\""));
  }

  private interface Enough {
    boolean of(String status);
  }

  private void await(String what, String action, Enough enough) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!enough.of(admin(action))) {
      if (System.nanoTime() > end)
        throw new IllegalStateException("no " + what + ":\n" + lastWords());
      pause(100);
    }
  }

  private String admin(String action) {
    for (var node = 0; node < NODES; node++) {
      try {
        var address = URI.create(url(node) + "/admin/collections?action=" + action);
        var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
        return client.send(request, BodyHandlers.ofString()).body().replaceAll("\\s+", "");
      } catch (IOException notYet) {
        pause(50);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
    return "";
  }

  private String lastWords() {
    try {
      var lines = Files.readAllLines(folder.resolve("node-0.log"));
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    } catch (IOException failure) {
      return failure.toString();
    }
  }

  private static List<Integer> freePorts(int count) throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (var i = 0; i < count; i++) sockets.add(new ServerSocket(0));
      return sockets.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (var socket : sockets) socket.close();
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public synchronized void close() {
    for (var node : nodes) if (node != null) node.destroyForcibly().onExit().join();
    if (zooKeeper != null) zooKeeper.destroyForcibly().onExit().join();
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
