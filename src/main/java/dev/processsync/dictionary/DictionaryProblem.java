package dev.processsync.dictionary;

/** A dictionary file is wrong: the instance does not start. */
public final class DictionaryProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  public DictionaryProblem(String file, String message) {
    super("Dictionary file %s: %s".formatted(file, message));
  }
}
