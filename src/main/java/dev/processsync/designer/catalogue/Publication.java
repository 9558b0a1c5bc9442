package dev.processsync.designer.catalogue;

import dev.processsync.designer.Subflow;
import dev.processsync.designer.check.Problem;
import java.util.List;

/**
 * What publishing came to.
 *
 * @param subflow as it is now
 * @param warnings the problems that did not stand in the way
 */
record Publication(Subflow subflow, List<Problem> warnings) {}
