package dev.processsync.flow.action;

import dev.processsync.flow.DataProblem;

/** A model leaves out what an action needs. */
public final class MissingInput extends DataProblem {

  private static final long serialVersionUID = 1;

  public MissingInput(String input) {
    super("The input '%s' is empty: give it a value in the model.".formatted(input));
  }

  public MissingInput(String input, String form) {
    super("The input '%s' must be %s.".formatted(input, form));
  }
}
