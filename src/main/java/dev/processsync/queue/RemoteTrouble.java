package dev.processsync.queue;

import java.time.Instant;

/**
 * That a remote system can't be sent to, for as long as it lasts.
 *
 * @param failures tries that failed in a row; to be asked to wait is not to fail
 * @param since when it began
 * @param notBefore when it may be tried again
 */
public record RemoteTrouble(String remoteSystem, int failures, Instant since, Instant notBefore) {}
