package jianglian.world;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What a process needs to run the product alone: nothing of the tests may help it.
public final class ProductProcess {
  public static final String MAIN = "jianglian.commandline.Commands";

  private ProductProcess() {}

  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  public static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(it -> !it.contains("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
