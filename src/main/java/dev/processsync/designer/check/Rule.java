package dev.processsync.designer.check;

import java.util.stream.Stream;

/** One kind of mistake. */
public interface Rule {

  Stream<Problem> problems(DrawnFlow flow);
}
