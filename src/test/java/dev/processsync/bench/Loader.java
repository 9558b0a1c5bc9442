package dev.processsync.bench;

import java.nio.file.Path;

/** Who makes the changes of a run on A, and where. */
interface Loader {

  /**
   * @param perSecond changes in a second, 0 for as many as possible
   */
  Load.Span run(String run, int threads, int events, double perSecond);

  /** Writes when the changes of the latest run were due, for B to compare. */
  void writeDue(Path file);
}
