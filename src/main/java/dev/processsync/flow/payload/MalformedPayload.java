package dev.processsync.flow.payload;

import dev.processsync.flow.DataProblem;

/** A payload, or a sample payload, is not of the form that docs/reference.md describes. */
public final class MalformedPayload extends DataProblem {

  private static final long serialVersionUID = 1;

  MalformedPayload(String message) {
    super(message);
  }
}
