package jianglian.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import jianglian.search.adaptation.AdaptCommand;

record Adapt() implements Command {
  @Override
  public String name() {
    return "adapt";
  }

  @Override
  public String summary() {
    return "用成对文本学习语义向量的变换 / learn the map of vectors from pairs of texts";
  }

  @Override
  public String help() {
    return AdaptCommand.HELP;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
    return AdaptCommand.run(arguments, out, err);
  }
}
