package dev.processsync.flow.payload;

import java.util.List;
import java.util.Map;

/**
 * What an event carries, read and checked.
 *
 * @param fields by name, in the order of the payload
 * @param attachments the metadata of each attachment, by name
 */
public record Payload(
    CaptureMetadata metadata,
    Map<String, ChangedField> fields,
    List<Map<String, String>> attachments) {}
