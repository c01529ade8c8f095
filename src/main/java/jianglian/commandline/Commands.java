package jianglian.commandline;

import java.io.PrintStream;
import java.util.List;
import jianglian.database.CannotStart;

/// What `bin/jianglian` does: finds the command by its name and turns its outcome into an exit
/// code. Results go to standard output, everything else to standard error.
public final class Commands {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  private static final List<Command> ALL =
      List.of(
          new Serve(),
          new Import(),
          new Token(),
          new Fit(),
          new Adapt(),
          new Evaluate(),
          new Verify(),
          new Backup(),
          new Restore());

  private Commands() {}

  static void main(String[] arguments) {
    var code = run(List.of(arguments), System.out, System.err);
    // Serving goes on in other threads; everything else is over, whatever threads a library left.
    if (code != Command.GOES_ON) System.exit(code);
  }

  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.isEmpty() || wantsHelp(arguments.getFirst())) {
      (arguments.isEmpty() ? err : out).print(overview());
      return arguments.isEmpty() ? USAGE : DONE;
    }
    var name = arguments.getFirst();
    var rest = arguments.subList(1, arguments.size());
    var command = ALL.stream().filter(it -> it.name().equals(name)).findFirst().orElse(null);
    if (command == null) {
      err.println("没有这个命令 / no such command: " + name);
      err.print(overview());
      return USAGE;
    }
    if (rest.stream().anyMatch(Commands::wantsHelp)) {
      out.print(command.help());
      return DONE;
    }
    try {
      return command.run(rest, out, err);
    } catch (Usage wrong) {
      err.println(wrong.getMessage());
      err.print(command.help());
      return USAGE;
    } catch (Failed failed) {
      err.println(failed.getMessage());
      return FAILED;
    } catch (Exception failure) {
      tell(failure, err);
      return FAILED;
    }
  }

  private static void tell(Exception failure, PrintStream err) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CannotStart refused) {
        err.println(refused.getMessage());
        err.println(refused.hint());
        return;
      }
    }
    failure.printStackTrace(err);
  }

  private static boolean wantsHelp(String argument) {
    return argument.equals("--help") || argument.equals("-h");
  }

  private static String overview() {
    var text = new StringBuilder("bin/jianglian COMMAND [--help]\n");
    for (var command : ALL) {
      text.append("  %-9s %s%n".formatted(command.name(), command.summary()));
    }
    return text.toString();
  }
}
