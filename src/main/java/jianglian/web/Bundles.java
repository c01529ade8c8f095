package jianglian.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The one stylesheet and the one script of every page, joined at start from the small files under
/// `static/css` and `static/js`. Style begins with `layers.css`, which fixes the order of the
/// layers; the script begins with htmx.
@Component
class Bundles {
  private static final String HTMX =
      "classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";

  final Bundle style;
  final Bundle script;

  Bundles() {
    style =
        Bundle.of(
            "jianglian",
            "css",
            "text/css;charset=UTF-8",
            join("classpath*:static/css/**/*.css", Bundles::withoutComments));
    script =
        Bundle.of(
            "jianglian",
            "js",
            "text/javascript;charset=UTF-8",
            join(HTMX, it -> it) + join("classpath*:static/js/*.js", Bundles::alone));
  }

  Optional<Bundle> named(String name) {
    return Stream.of(style, script).filter(it -> it.name().equals(name)).findFirst();
  }

  private static String join(String pattern, UnaryOperator<String> prepare) {
    try {
      var files = new PathMatchingResourcePatternResolver().getResources(pattern);
      if (files.length == 0) throw new IllegalStateException("nothing at " + pattern);
      return Arrays.stream(files)
          .sorted(Comparator.comparing(Bundles::place))
          .map(it -> prepare.apply(read(it)))
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String place(Resource file) {
    try {
      return "layers.css".equals(file.getFilename()) ? "" : file.getURL().getPath();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String read(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String withoutComments(String css) {
    return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*\\n\\s*", "\n").strip();
  }

  /// Each behaviour keeps its names to itself, and one that fails leaves the others alone.
  private static String alone(String script) {
    return "(() => {\n" + script + "\n})();";
  }
}
