package jianglian.search.embedding;

import ai.onnxruntime.OrtEnvironment;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// onnxruntime's environment, without the shutdown hook it registers for itself. The JVM runs all
/// hooks at once, so that hook would free the model while a batch still runs in it, and the process
/// would end in a crash instead of in the order of our own stop. The process's end frees it anyway.
final class NativeEnvironment {
  private static final Logger LOG = LoggerFactory.getLogger(NativeEnvironment.class);

  private NativeEnvironment() {}

  static synchronized OrtEnvironment get() {
    try {
      var hooks = hooks();
      var before = Set.copyOf(hooks.keySet());
      var environment = OrtEnvironment.getEnvironment();
      hooks.keySet().stream()
          .filter(it -> !before.contains(it) && it.getName().startsWith("Thread-"))
          .toList()
          .forEach(Runtime.getRuntime()::removeShutdownHook);
      return environment;
    } catch (ReflectiveOperationException | RuntimeException closed) {
      LOG.warn("start with --add-opens java.base/java.lang=ALL-UNNAMED for an orderly stop");
      return OrtEnvironment.getEnvironment();
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<Thread, Thread> hooks() throws ReflectiveOperationException {
    var field = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
    field.setAccessible(true);
    var hooks = (Map<Thread, Thread>) field.get(null);
    if (hooks == null) throw new IllegalStateException("the process is ending");
    return hooks;
  }
}
