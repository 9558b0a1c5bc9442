package dev.processsync.settings;

/**
 * How the queues are purged.
 *
 * @param batchSize entries deleted in one transaction
 * @param hour of the day, UTC, from which on the daily run is due
 */
public record PurgeSettings(PurgeAges outbound, PurgeAges inbound, int batchSize, int hour) {}
