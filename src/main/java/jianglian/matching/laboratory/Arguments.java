package jianglian.matching.laboratory;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `--NAME VALUE` pairs of a command.
record Arguments(Map<String, String> values) {
  static Arguments of(List<String> arguments, Set<String> known) {
    var values = new HashMap<String, String>();
    for (var i = 0; i < arguments.size(); i += 2) {
      var name = arguments.get(i).replaceFirst("^--", "");
      if (!known.contains(name) || i + 1 == arguments.size()) {
        throw new IllegalArgumentException("not understood: " + arguments.get(i));
      }
      values.put(name, arguments.get(i + 1));
    }
    return new Arguments(values);
  }

  Optional<Path> path(String name) {
    return Optional.ofNullable(values.get(name)).map(Path::of);
  }

  Path needed(String name) {
    return path(name)
        .orElseThrow(() -> new IllegalArgumentException("this option is needed: --" + name));
  }

  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }
}
