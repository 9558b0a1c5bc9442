package dev.processsync.flow.run;

import dev.processsync.queue.entry.EntryReleased;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Does in the engine what an administrator decided about a queue entry. */
@Component
class ReleasedEntries {

  private final RuntimeService runtime;
  private final ManagementService management;
  private final ExternalTaskService externalTasks;
  private final IdentityService identities;
  private final Clock clock;

  ReleasedEntries(
      RuntimeService runtime,
      ManagementService management,
      ExternalTaskService externalTasks,
      IdentityService identities,
      Clock clock) {
    this.identities = identities;
    this.runtime = runtime;
    this.management = management;
    this.externalTasks = externalTasks;
    this.clock = clock;
  }

  /**
   * Ready: what failed, jobs and external tasks, is due again, once. Skipped: the process instance
   * ends.
   */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void released(EntryReleased release) {
    if (release.flowContext().isEmpty()) {
      return;
    }
    // Who may release an entry was decided with its record; the engine asks again, of Cockpit's
    // user.
    Authentication caller = identities.getCurrentAuthentication();
    identities.clearAuthentication();
    try {
      tell(release);
    } finally {
      identities.setAuthentication(caller);
    }
  }

  private void tell(EntryReleased release) {
    if (!release.again()) {
      runtime.deleteProcessInstanceIfExists(
          release.flowContext(), "Queue entry skipped", true, true, true, false);
      return;
    }
    runtime
        .createIncidentQuery()
        .processInstanceId(release.flowContext())
        .list()
        .forEach(this::tryAgain);
  }

  /** The instance's incident may be the shadow of one in a subflow that it called. */
  private void tryAgain(Incident incident) {
    Incident known =
        runtime.createIncidentQuery().incidentId(incident.getRootCauseIncidentId()).singleResult();
    Incident root = known == null ? incident : known;
    String failed = root.getConfiguration();
    if (failed == null) {
      return;
    }
    switch (root.getIncidentType()) {
      case Incident.FAILED_JOB_HANDLER_TYPE -> {
        management.setJobRetries(failed, 1);
        management.setJobDuedate(failed, Date.from(clock.instant()));
      }
      case Incident.EXTERNAL_TASK_HANDLER_TYPE -> {
        externalTasks.setRetries(failed, 1);
        // Its worker may have asked for a pause before the next try.
        externalTasks.unlock(failed);
      }
      default -> {
        // Somebody's own incident: nothing of it can be tried again.
      }
    }
  }
}
