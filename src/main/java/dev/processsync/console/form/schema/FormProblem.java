package dev.processsync.console.form.schema;

/** A form's file is wrong. The instance does not start with it. */
final class FormProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FormProblem(String file, String problem) {
    super("Form %s: %s.".formatted(file, problem));
  }
}
