package dev.processsync.flow.catalogue;

import dev.processsync.flow.Subflow;
import dev.processsync.flow.check.Problem;
import java.util.List;

/**
 * What publishing came to.
 *
 * @param subflow as it is now
 * @param warnings the problems that did not stand in the way
 */
record Publication(Subflow subflow, List<Problem> warnings) {}
