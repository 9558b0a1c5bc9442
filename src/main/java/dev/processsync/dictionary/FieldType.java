package dev.processsync.dictionary;

/**
 * How a field's values look on the wire and in the database. On the wire every value is a string.
 */
public enum FieldType {
  /** Text up to {@link Field#length()} characters, compared without regard to case. */
  STRING,
  /**
   * Exact text up to {@link Field#length()} characters: identifiers, keys, URLs, choices that are
   * words.
   */
  EXACT,
  /** Long text (descriptions, payloads), compared without regard to case, never indexed. */
  TEXT,
  /** A whole number of 64 bits. */
  INTEGER,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** {@code yyyy-MM-dd HH:mm:ss}, UTC. */
  DATE_TIME,
  /** The {@code sys_id} of a record of {@link Field#reference()}. */
  REFERENCE,
  /** Write-only: accepted, never shown, never captured. */
  PASSWORD
}
