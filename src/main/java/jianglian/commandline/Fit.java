package jianglian.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import jianglian.matching.laboratory.FitCommand;

record Fit() implements Command {
  @Override
  public String name() {
    return "fit";
  }

  @Override
  public String summary() {
    return "用标注拟合匹配模型 / fit the matching model from labels";
  }

  @Override
  public String help() {
    return FitCommand.HELP;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
    return FitCommand.run(arguments, out, err);
  }
}
