package dev.processsync.settings;

/**
 * After how many days the entries of one queue are purged, by their status.
 *
 * @param processed 0 to 60, as the others; 0 means at the next run
 */
public record PurgeAges(int processed, int skipped, int error, int ready) {}
