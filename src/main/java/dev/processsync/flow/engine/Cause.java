package dev.processsync.flow.engine;

import dev.processsync.flow.DataProblem;
import dev.processsync.problem.RecordConflict;
import dev.processsync.problem.TableProblem;
import dev.processsync.queue.entry.Reason;
import dev.processsync.support.CancelledStatement;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionTimedOutException;

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
    if (isTimeOver(thrown)) {
      return "The flow ran longer than it may (process_sync.flow.time_limit) and was stopped while it waited for the database";
    }
    Throwable cause = of(thrown);
    return Reason.of(cause);
  }

  /** The problem as the engine keeps and shows it: in words, with whatever it came from. */
  static Throwable storable(Throwable thrown) {
    Throwable cause = of(thrown);
    String words = message(thrown);
    return words.equals(cause.getMessage()) ? cause : new ProcessEngineException(words, cause);
  }

  /** Whether a statement was cancelled, or not even begun, because the flow's time was over. */
  private static boolean isTimeOver(@Nullable Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof TransactionTimedOutException || CancelledStatement.isTold(each)) {
        return true;
      }
    }
    return false;
  }

  /** Whether another change may have won a race: whoever tries again finds what it wrote. */
  static boolean isRace(Throwable thrown) {
    return of(thrown) instanceof RecordConflict conflict && conflict.mayPass();
  }

  /** Whether trying again can't help, because data or configuration is wrong. */
  public static boolean isFinal(Throwable thrown) {
    Throwable cause = of(thrown);
    return Reason.isOfData(thrown)
        || cause instanceof DataProblem
        || cause instanceof ELException
        || (cause instanceof TableProblem && !isRace(cause));
  }
}
