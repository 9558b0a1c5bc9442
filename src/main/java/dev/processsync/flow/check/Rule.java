package dev.processsync.flow.check;

import java.util.stream.Stream;

/** One kind of mistake. */
interface Rule {

  Stream<Problem> problems(DrawnFlow flow);
}
