package dev.processsync.outbound;

import java.time.Instant;

/**
 * The inputs of an error subflow: a remote system's outbound state has become Error.
 *
 * @param subflow key of the published subflow
 * @param remoteSystem sys_id
 * @param errorMessage why the last try failed
 * @param failedSince when the first try failed
 * @param tries how many have failed since, in a row
 * @param waiting entries that are Ready for it, counted up to {@link #MOST_COUNTED}
 */
public record ErrorRun(
    String subflow,
    String remoteSystem,
    String remoteSystemName,
    String errorMessage,
    Instant failedSince,
    int tries,
    int waiting) {

  static final int MOST_COUNTED = 10_000;
}
