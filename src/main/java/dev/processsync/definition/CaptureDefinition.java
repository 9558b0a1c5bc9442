package dev.processsync.definition;

import java.util.List;

/**
 * Which changes of a table become a process event, and with which fields.
 *
 * @param filter an encoded query, empty for every record
 * @param fields names of the included fields, {@code sys_id} among them
 * @param order lower first
 * @param tellsOfLeaving whether a change after which the filter is not met any more is an event,
 *     too
 */
public record CaptureDefinition(
    String sysId,
    String definition,
    String processEvent,
    long order,
    String table,
    String filter,
    List<String> fields,
    boolean tellsOfLeaving) {}
