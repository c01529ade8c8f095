package jianglian.commandline;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import jianglian.matching.laboratory.EvaluateCommand;

record Evaluate() implements Command {
  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String summary() {
    return "衡量匹配质量 / measure the quality of matches";
  }

  @Override
  public String help() {
    return EvaluateCommand.HELP;
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
    return EvaluateCommand.run(arguments, out, err);
  }
}
