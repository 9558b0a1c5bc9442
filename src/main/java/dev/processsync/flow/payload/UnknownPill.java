package dev.processsync.flow.payload;

import dev.processsync.flow.DataProblem;

/** An expression picks something that the sample payload doesn't have. */
public final class UnknownPill extends DataProblem {

  private static final long serialVersionUID = 1;

  UnknownPill(String message) {
    super(message);
  }
}
