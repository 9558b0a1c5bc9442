package dev.processsync.designer.model;

import dev.processsync.designer.check.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** What the catalogue refuses; the message says what would be right. Nothing was changed. */
public abstract sealed class SubflowProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private SubflowProblem(String message) {
    super(message);
  }

  /** No draft and no published subflow has this key. */
  public static final class NoSuchSubflow extends SubflowProblem {
    private static final long serialVersionUID = 1;

    public NoSuchSubflow(String key) {
      super(
          "No subflow has the key '%s'; GET /api/process-sync/v1/subflows lists them."
              .formatted(key));
    }
  }

  /** The subflow has no version of this number, or no draft. */
  public static final class NoSuchVersion extends SubflowProblem {
    private static final long serialVersionUID = 1;

    public NoSuchVersion(String key, String version) {
      super(
          "Subflow '%s' has no version '%s'; GET /api/process-sync/v1/subflows/%s/versions lists them. 'draft' is the draft, if there is one."
              .formatted(key, version, key));
    }
  }

  /** The key, the name or the model can't be that of a subflow. */
  public static final class InvalidSubflow extends SubflowProblem {
    private static final long serialVersionUID = 1;

    public InvalidSubflow(String message) {
      super(message);
    }
  }

  /** The model has errors: flows would fail with it. */
  public static final class UnpublishableSubflow extends SubflowProblem {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    /**
     * @param problems errors first; with warnings, if there are any
     */
    public UnpublishableSubflow(String key, List<Problem> problems) {
      super(
          "Subflow '%s' has errors and was not published. %s"
              .formatted(
                  key,
                  problems.stream()
                      .filter(Problem::isError)
                      .map(Problem::message)
                      .collect(Collectors.joining(" "))));
      this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
      return problems;
    }
  }

  /** The model is larger than any that a person could have drawn. */
  public static final class OversizedModel extends SubflowProblem {
    private static final long serialVersionUID = 1;

    public OversizedModel(int limit) {
      super("The model is larger than %d KB, the most that is stored.".formatted(limit / 1024));
    }
  }

  /** Somebody else saved the draft since the caller read it. */
  public static final class StaleDraft extends SubflowProblem {
    private static final long serialVersionUID = 1;

    /**
     * @param changed how it came to what it is now
     */
    public StaleDraft(String key, String changed) {
      super(
          "Subflow '%s' is no longer what you read: %s. Nothing was changed; read it again, or send If-Match: * to overwrite it."
              .formatted(key, changed));
    }
  }

  /** What is asked contradicts what is there: a key in use, a template, a subflow in use. */
  public static final class SubflowConflict extends SubflowProblem {
    private static final long serialVersionUID = 1;

    public SubflowConflict(String message) {
      super(message);
    }
  }
}
