package jianglian.commandline;

import java.io.PrintStream;
import java.util.List;
import jianglian.Jianglian;
import org.springframework.boot.SpringApplication;

/// Serves pages and API until it is stopped.
record Serve() implements Command {
  @Override
  public String name() {
    return "serve";
  }

  @Override
  public String summary() {
    return "启动服务 / serve pages and API";
  }

  @Override
  public String help() {
    return """
    bin/jianglian serve [--PROPERTY=VALUE]...
      --jianglian.home=DIR             where all state lives
      --jianglian.demo=true            load the demo alliance into an empty instance
      --server.port=N                  8080 when not given
      --server.address=ADDRESS         127.0.0.1 when not given
      --spring.datasource.url=URL      an external PostgreSQL instead of the embedded one
    Any other setting of application.yaml can be given in the same way.
    """;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    SpringApplication.run(Jianglian.class, arguments.toArray(String[]::new));
    return GOES_ON;
  }
}
