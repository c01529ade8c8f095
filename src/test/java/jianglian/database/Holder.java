package jianglian.database;

import java.nio.file.Path;

/// A process of its own that runs a database until it is killed.
final class Holder {
  static void main(String[] arguments) throws Exception {
    var database = EmbeddedDatabase.start(Path.of(arguments[0]));
    System.out.println(database.url());
    System.out.flush();
    Thread.currentThread().join();
  }

  static Process start(Path folder) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.inputReader().readLine() == null) throw new AssertionError("it did not start");
    return process;
  }
}
