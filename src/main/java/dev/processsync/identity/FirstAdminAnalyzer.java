package dev.processsync.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the instance which property to set, instead of a stack trace. */
final class FirstAdminAnalyzer extends AbstractFailureAnalyzer<FirstAdminProblem> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, FirstAdminProblem cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Set process-sync.admin-password (environment variable PROCESS_SYNC_ADMIN_PASSWORD) to"
            + " another one, or leave it out to have one made and printed, and start again.",
        cause);
  }
}
