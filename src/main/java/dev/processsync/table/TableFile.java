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

  record NumberSpec(String prefix, long start, @Nullable Integer digits, @Nullable String field) {}

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
      @JsonAlias("on_delete") @Nullable String onDelete) {}
}
