package dev.processsync.flow.engine;

import dev.processsync.dictionary.FieldValue;
import dev.processsync.queue.entry.QueueEntries;
import dev.processsync.queue.entry.RetryMetadata;
import dev.processsync.settings.Retry;
import dev.processsync.settings.Settings;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.bpmn.parser.FailedJobRetryConfiguration;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * Tries a failed job again as is set now, unless that can't help: then it is an incident at once.
 * The queue entry is told of each try.
 */
final class RetryUnlessFinal implements FailedJobCommandFactory {

  private final Supplier<QueueEntries> entries;
  private final Settings settings;

  RetryUnlessFinal(Supplier<QueueEntries> entries, Settings settings) {
    this.entries = entries;
    this.settings = settings;
  }

  @Override
  public Command<Object> getCommand(String jobId, Throwable exception) {
    return new RetryJob(jobId, exception, entries, settings);
  }

  private static final class RetryJob extends DefaultJobRetryCmd {

    private static final long serialVersionUID = 1;

    private final transient Supplier<QueueEntries> entries;
    private final transient Settings settings;
    private final boolean isFinal;
    private final boolean isRace;
    private final String reason;

    RetryJob(String jobId, Throwable thrown, Supplier<QueueEntries> entries, Settings settings) {
      super(jobId, Cause.storable(thrown));
      this.entries = entries;
      this.settings = settings;
      this.isFinal = Cause.isFinal(thrown);
      this.isRace = Cause.isRace(thrown);
      this.reason = Cause.message(thrown);
    }

    @Override
    public Object execute(CommandContext context) {
      JobEntity job = getJob();
      Optional<FlowJob> flow = job == null ? Optional.empty() : FlowJob.of(job);
      flow.ifPresent(known -> adjustToSettings(job, known));
      if (job == null) {
        executeStandardStrategy(context);
      } else if (isFinal || flow.filter(this::failedLikeThisBefore).isPresent()) {
        job.setRetries(1);
        executeStandardStrategy(context);
      } else {
        super.execute(context);
      }
      flow.ifPresent(known -> tell(job, known));
      return "";
    }

    /** Nobody loses the same race twice: what was written meanwhile is in the way for good. */
    private boolean failedLikeThisBefore(FlowJob flow) {
      return isRace
          && entries.get().lastTry(flow.entry()).map(RetryMetadata::lastError).stream()
              .anyMatch(reason::equals);
    }

    /** A model may say for an activity of its own how it is retried. */
    @Override
    public FailedJobRetryConfiguration getFailedJobRetryConfiguration(
        JobEntity job, ActivityImpl activity) {
      FailedJobRetryConfiguration own = super.getFailedJobRetryConfiguration(job, activity);
      Optional<FlowJob> flow = FlowJob.of(job);
      if (own != null || flow.isEmpty()) {
        return own;
      }
      Retry retry = flow.get().retry(settings.current());
      return new FailedJobRetryConfiguration(
          flow.get().tries(retry), List.of(retry.pause().toString()));
    }

    /** What was set since the last try counts, beside what somebody allowed in Cockpit. */
    private void adjustToSettings(JobEntity job, FlowJob flow) {
      int now = flow.retry(settings.current()).times();
      if (!isFirstJobExecution(job) && job.getRetries() > 0) {
        entries
            .get()
            .lastTry(flow.entry())
            .ifPresent(
                last -> job.setRetries(Math.max(1, job.getRetries() + now - last.retryTimes())));
      }
    }

    private void tell(JobEntity job, FlowJob flow) {
      int attempt = entries.get().lastTry(flow.entry()).map(RetryMetadata::attempt).orElse(0) + 1;
      String next =
          job.getRetries() == 0 || job.getDuedate() == null
              ? null
              : LocalDateTime.ofInstant(job.getDuedate().toInstant(), ZoneOffset.UTC)
                  .format(FieldValue.DATE_TIME);
      entries
          .get()
          .flowTried(
              flow.entry(),
              new RetryMetadata(
                  attempt,
                  attempt + job.getRetries(),
                  next,
                  reason,
                  flow.retry(settings.current()).times()));
    }
  }
}
