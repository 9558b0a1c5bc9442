package dev.processsync.designer.catalogue;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * A published version of a subflow.
 *
 * @param publishedOn {@code yyyy-MM-dd HH:mm:ss}, UTC
 * @param publishedBy empty if nobody knows, as for what is shipped
 * @param running how many instances run on it now; they finish on it
 * @param latest whether flows run it
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record SubflowVersion(
    int version,
    String versionTag,
    String name,
    String publishedOn,
    String publishedBy,
    long running,
    boolean latest) {}
