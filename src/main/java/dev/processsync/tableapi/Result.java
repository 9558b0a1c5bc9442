package dev.processsync.tableapi;

/**
 * What every answer of the Table API is wrapped in.
 *
 * @param result a record, or a list of records
 */
record Result<T>(T result) {}
