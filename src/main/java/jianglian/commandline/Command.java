package jianglian.commandline;

import java.io.PrintStream;
import java.util.List;

/// One command of `bin/jianglian`.
interface Command {
  /// The command has started something that runs on; the process must not be ended.
  int GOES_ON = -1;

  String name();

  /// One line for the overview.
  String summary();

  /// Everything `--help` says, ending with a line break.
  String help();

  /// Answers the exit code.
  int run(List<String> arguments, PrintStream out, PrintStream err) throws Exception;
}
