package dev.processsync.conflict;

/**
 * A field that a person has to decide about.
 *
 * @param correlation sys_id
 * @param theirs what arrived last, as this side would store it
 */
public record OpenConflict(String remoteSystem, String correlation, String field, String theirs) {}
