package jianglian.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import jianglian.world.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class KilledJobTest {
  private static final String JOB = "identity.client-uses";

  @Autowired JdbcClient db;

  @Test
  void a_job_whose_process_was_killed_runs_again_soon() throws Exception {
    db.sql(
            """
            update scheduled_tasks
            set picked = true, picked_by = 'a killed process', last_success = null, execution_time = now() - interval '40 seconds',
              last_heartbeat = now() - interval '40 seconds', version = version + 1
            where task_name = :job
            """)
        .param("job", JOB)
        .update();
    var end = Instant.now().plus(Duration.ofSeconds(40));
    while (!ranAgain() && Instant.now().isBefore(end)) Thread.sleep(200);
    assertThat(ranAgain()).isTrue();
  }

  private boolean ranAgain() {
    return db.sql("select last_success is not null from scheduled_tasks where task_name = :job")
        .param("job", JOB)
        .query(Boolean.class)
        .single();
  }
}
