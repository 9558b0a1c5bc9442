package dev.processsync.flow;

/**
 * A flow can't do its work with what it was given: the payload, the mapping or the configuration is
 * wrong. Trying again changes nothing, so nobody does; the message says what would be right.
 */
public abstract class DataProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  protected DataProblem(String message) {
    super(message);
  }
}
