package jianglian.jobs;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Name of a job to its schedule, in db-scheduler's words: `FIXED_DELAY|60s`, `DAILY|02:30` or `-`
/// for never.
@ConfigurationProperties("jianglian")
record JobList(Map<String, String> jobs) {}
