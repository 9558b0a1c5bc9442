package dev.processsync.designer.catalogue;

import dev.processsync.definition.Subflows.Kind;
import java.time.LocalDateTime;

/**
 * A subflow that is being edited.
 *
 * @param basedOn the key that it was copied from, or its own if it changes a published one
 * @param updatedOn UTC
 */
record Draft(
    String key,
    String name,
    Kind kind,
    String bpmn,
    String basedOn,
    String updatedBy,
    LocalDateTime updatedOn) {}
