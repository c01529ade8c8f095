package jianglian.commandline;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import jianglian.audit.Actor;
import jianglian.identity.ParkTokens;

/// Issues a token for a park's own system.
record Token() implements Command {
  @Override
  public String name() {
    return "token";
  }

  @Override
  public String summary() {
    return "签发园区接口令牌 / issue a token for a park's system";
  }

  @Override
  public String help() {
    return """
    bin/jianglian token --park CODE [--name TEXT] [--home DIR]
      --park CODE   园区代码（GB/T 37028） / the park's code
      --name TEXT   接口名称，默认“命令行” / what the token is for
    令牌只显示这一次，写在标准输出上。 / The token is shown this once, on standard output.
    """;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    var options = Options.of(arguments, Set.of("park", "name", "home"));
    options.noMore();
    var code = options.needed("park");
    try (var instance = Instance.join(options.home(), true)) {
      var park = instance.park(code);
      var actor = new Actor.Job("commandline");
      var name = options.one("name").orElse("命令行");
      out.println(instance.get(ParkTokens.class).issue(park, name, actor));
      return Commands.DONE;
    }
  }
}
