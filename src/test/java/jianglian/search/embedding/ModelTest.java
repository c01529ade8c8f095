package jianglian.search.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ModelTest {
  @Test
  void no_shutdown_hook_takes_the_model_away_under_a_running_batch() throws Exception {
    NativeEnvironment.get();
    var field = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
    field.setAccessible(true);
    var hooks = ((java.util.Map<?, ?>) field.get(null)).keySet();
    var task = Class.forName("java.lang.Thread$FieldHolder").getDeclaredField("task");
    var holder = Thread.class.getDeclaredField("holder");
    task.setAccessible(true);
    holder.setAccessible(true);
    for (var hook : hooks) {
      assertThat(String.valueOf(task.get(holder.get(hook)))).doesNotContain("onnxruntime");
    }
  }

  @Test
  void closing_waits_for_the_batch_and_refuses_the_next() {
    var model = Model.load();
    var text = "越障底盘".repeat(60);
    var batch = CompletableFuture.supplyAsync(() -> model.embed(List.of(text, text, text, text)));
    while (!batch.isDone() && model.idle()) Thread.onSpinWait();
    model.close();
    assertThat(batch.join()).hasDimensions(4, Model.DIMENSIONS);
    assertThatThrownBy(() -> model.embed(List.of("又一条"))).hasMessageContaining("closed");
  }
}
