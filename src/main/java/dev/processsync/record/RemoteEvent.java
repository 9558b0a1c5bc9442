package dev.processsync.record;

/**
 * An event of another instance that is being applied.
 *
 * @param remoteSystem the {@code sys_id} of the remote system that sent it
 */
public record RemoteEvent(String remoteSystem, Origin origin) {}
