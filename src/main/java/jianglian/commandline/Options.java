package jianglian.commandline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What stood behind the command's name: `--NAME VALUE`, any number of times, and the rest.
record Options(Map<String, List<String>> named, List<String> rest) {

  static Options of(List<String> arguments, Set<String> known) {
    var named = new TreeMap<String, List<String>>();
    var rest = new ArrayList<String>();
    for (var words = arguments.iterator(); words.hasNext(); ) {
      var word = words.next();
      if (!word.startsWith("--")) {
        rest.add(word);
        continue;
      }
      var name = word.substring(2);
      if (!known.contains(name)) throw new Usage("没有这个选项 / no such option: " + word);
      if (!words.hasNext()) throw new Usage("缺少取值 / a value is missing: " + word);
      named.computeIfAbsent(name, _ -> new ArrayList<>()).add(words.next());
    }
    return new Options(named, rest);
  }

  Optional<String> one(String name) {
    return named.getOrDefault(name, List.of()).stream().reduce((_, last) -> last);
  }

  List<String> all(String name) {
    return named.getOrDefault(name, List.of());
  }

  String needed(String name) {
    return one(name).orElseThrow(() -> new Usage("缺少选项 / this option is needed: --" + name));
  }

  /// The one argument that is no option.
  Path file() {
    if (rest.size() != 1) throw new Usage("需要一个文件 / one file is needed");
    return Path.of(rest.getFirst());
  }

  void noMore() {
    if (!rest.isEmpty()) throw new Usage("多余的参数 / not understood: " + rest.getFirst());
  }

  Path home() {
    var environment = Optional.ofNullable(System.getenv("JIANGLIAN_HOME"));
    return Path.of(one("home").or(() -> environment).orElse("var"));
  }
}
