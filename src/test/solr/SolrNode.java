import java.nio.file.Path;
import java.util.Properties;
import org.apache.solr.embedded.JettyConfig;
import org.apache.solr.embedded.JettySolrRunner;

/// One Solr node for tests, started by jianglian.world.SolrCloud straight from this source, on Solr's own
/// class path: HOME PORT.
class SolrNode {
  public static void main(String[] arguments) throws Exception {
    var jetty =
        JettyConfig.builder().setContext("/solr").setPort(Integer.parseInt(arguments[1])).build();
    new JettySolrRunner(Path.of(arguments[0]).toString(), new Properties(), jetty).start(false);
    Thread.currentThread().join();
  }
}
