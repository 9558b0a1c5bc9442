package dev.processsync.flow.engine;

import dev.processsync.flow.DataProblem;
import dev.processsync.table.RecordConflict;
import dev.processsync.table.TableProblem;
import org.camunda.bpm.engine.ProcessEngineException;

/** What is really wrong, beneath what the engine wraps around it. */
public final class Cause {

  private Cause() {}

  /** The problem itself: the first in the chain that is not the engine's wrapping. */
  public static Throwable of(Throwable thrown) {
    Throwable cause = thrown;
    while (cause instanceof ProcessEngineException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** A sentence for people; never a stack trace. */
  public static String message(Throwable thrown) {
    Throwable cause = of(thrown);
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }

  /** Whether trying again can't help, because data or configuration is wrong. */
  public static boolean isFinal(Throwable thrown) {
    Throwable cause = of(thrown);
    // A conflict may be a race that the other one won; the next try finds what it wrote.
    return cause instanceof DataProblem
        || (cause instanceof TableProblem && !(cause instanceof RecordConflict));
  }
}
