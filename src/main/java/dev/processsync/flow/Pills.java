package dev.processsync.flow;

import org.jspecify.annotations.Nullable;

/**
 * A value that expressions may look into: {@code ${changed_fields.short_description}}. Nothing else
 * of a Java object can be reached from a model.
 */
public interface Pills {

  /**
   * What a data pill stands for.
   *
   * @return null if there is no such value this time
   * @throws DataProblem if there can't be one
   */
  @Nullable Object pill(String name);
}
