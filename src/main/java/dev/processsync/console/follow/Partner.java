package dev.processsync.console.follow;

import org.jspecify.annotations.Nullable;

/**
 * A remote system that knows the record.
 *
 * @param active whether the correlation sends and applies still
 * @param details for those who may read correlations, else null
 */
record Partner(String remoteSystem, boolean active, @Nullable Details details) {

  /**
   * @param href the correlation's page
   * @param trouble why the remote system can't be reached, empty if it can
   */
  record Details(
      String href,
      String remoteSystemHref,
      String localCorrelationId,
      String remoteCorrelationId,
      String trouble) {}
}
