package dev.processsync.connection;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the instance what to do, instead of a stack trace. */
final class EncryptionKeyAnalyzer extends AbstractFailureAnalyzer<EncryptionKeyProblem> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, EncryptionKeyProblem cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Set process-sync.encryption-key (environment variable PROCESS_SYNC_ENCRYPTION_KEY) and"
            + " start again.",
        cause);
  }
}
