package dev.processsync.dictionary;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the instance what to correct, instead of a stack trace. */
final class DictionaryProblemAnalyzer extends AbstractFailureAnalyzer<DictionaryProblem> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, DictionaryProblem cause) {
    return new FailureAnalysis(cause.getMessage(), "Correct the file and start again.", cause);
  }
}
