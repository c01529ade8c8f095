package jianglian.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/// Runs every [Job] on one node at a time, by the schedules in [JobList].
@Configuration(proxyBeanMethods = false)
class Scheduling {
  private static final int THREADS = 4;
  private static final Duration POLL = Duration.ofSeconds(1);

  /// A job whose process was killed runs again after half a minute.
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final int MISSED_HEARTBEATS = 4;

  @Bean(destroyMethod = "stop")
  Scheduler scheduler(DataSource database, List<Job> jobs, JobList schedules) {
    var tasks =
        jobs.stream()
            .map(job ->
                Tasks.recurring(job.name(), Schedules.parseSchedule(schedule(job, schedules)))
                    .execute((_, _) -> job.action().run()))
            .toList();
    return Scheduler.create(database)
        .startTasks(tasks)
        .threads(THREADS)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .build();
  }

  @Bean
  Starter jobStarter(Scheduler scheduler) {
    return new Starter(scheduler);
  }

  private static String schedule(Job job, JobList schedules) {
    var schedule = schedules.jobs().get(job.name());
    if (schedule == null) {
      throw new IllegalStateException(
          "no schedule for the job " + job.name() + " in jianglian.jobs");
    }
    return schedule;
  }

  record Starter(Scheduler scheduler) {
    @EventListener
    void start(ApplicationReadyEvent ready) {
      scheduler.start();
    }
  }
}
