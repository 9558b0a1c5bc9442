package dev.processsync.table;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary file as written. Either {@code table} defines a table, or {@code extend} adds fields
 * to one that another file defines.
 */
record TableFile(
    @Nullable String table,
    @Nullable String extend,
    @JsonProperty("extends") @Nullable String parent,
    @JsonProperty("abstract") boolean isAbstract,
    @Nullable String label,
    @Nullable String plural,
    @Nullable String display,
    @Nullable NumberSpec number,
    @Nullable AccessSpec access,
    @Nullable List<Table.Unique> unique,
    @Nullable List<List<String>> indexes,
    @Nullable LinkedHashMap<String, FieldSpec> fields) {

  /** A file that does no more than to add fields. */
  static TableFile extension(
      @Nullable String table, @Nullable LinkedHashMap<String, FieldSpec> fields) {
    return new TableFile(
        null, table, null, false, null, null, null, null, null, null, null, fields);
  }

  record NumberSpec(
      @Nullable String prefix, long start, @Nullable Integer digits, @Nullable String field) {}

  record AccessSpec(
      @Nullable Set<String> read,
      @Nullable Set<String> create,
      @Nullable Set<String> write,
      @Nullable Set<String> delete) {}

  record FieldSpec(
      @Nullable String label,
      @Nullable String type,
      @Nullable String reference,
      @Nullable Map<String, String> choices,
      @JsonAlias("strict_choices") boolean strictChoices,
      boolean mandatory,
      @JsonAlias("read_only") boolean readOnly,
      boolean searchable,
      @Nullable Integer length,
      @JsonProperty("default") @Nullable String defaultValue,
      @JsonAlias("on_delete") @Nullable String onDelete) {

    /** A field of which the file says no more than its name. */
    static final FieldSpec PLAIN =
        new FieldSpec(null, null, null, null, false, false, false, false, null, null, null);
  }
}
