package dev.processsync.flow.engine;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * Tries a failed job again as configured, unless that can't help: then it is an incident at once.
 */
final class RetryUnlessFinal implements FailedJobCommandFactory {

  @Override
  public Command<Object> getCommand(String jobId, Throwable exception) {
    return new Retry(jobId, exception);
  }

  private static final class Retry extends DefaultJobRetryCmd {

    private static final long serialVersionUID = 1;

    private final boolean isFinal;

    Retry(String jobId, Throwable thrown) {
      super(jobId, Cause.of(thrown));
      this.isFinal = Cause.isFinal(thrown);
    }

    @Override
    public Object execute(CommandContext context) {
      JobEntity job = getJob();
      if (!isFinal || job == null) {
        return super.execute(context);
      }
      job.setRetries(1);
      executeStandardStrategy(context);
      return "";
    }
  }
}
