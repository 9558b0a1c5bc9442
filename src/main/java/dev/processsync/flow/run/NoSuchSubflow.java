package dev.processsync.flow.run;

import dev.processsync.flow.DataProblem;

/** A flow binding names a subflow that is not published. */
final class NoSuchSubflow extends DataProblem {

  private static final long serialVersionUID = 1;

  NoSuchSubflow(String key) {
    super("No published subflow has the key '%s': publish it, or choose another.".formatted(key));
  }
}
