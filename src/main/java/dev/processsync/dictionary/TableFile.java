package dev.processsync.dictionary;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary file as written, one table or one extension a file ({@code *.yml}, {@code *.yaml}).
 * Either {@code table} defines a table, or {@code extend} adds fields to one that another file
 * defines. Anything else that a file says is refused at start, with the file's name.
 *
 * <pre>
 * table: room_request              # lower-case letters, digits and _; its address in the Table API
 * extends: task                    # inherits the fields, and without "access" also the roles
 * label: Room Request              # plural: "Room Requests" unless given
 * number: {prefix: ROOM, start: 100, digits: 5}   # ROOM00100, ROOM00101, …; digits 7 unless given
 * display: number                  # stands for the record; else the number, "name", or the sys_id
 * access: {read: [itil], write: [facility_manager]}  # create and delete are as write unless given
 * flows: true                      # whether flows may write its records
 * unique: [{fields: [room, due_date], message: "The room is taken on that day."}]
 * indexes: [[room, state]]
 * newest: sys_id                   # lists begin with the highest; sys_created_on unless given
 * fields:
 *   room: {label: Room, length: 40, mandatory: true, searchable: true}
 *   seats: {label: Seats, type: integer, default: "4"}
 *   style: {label: Style, type: exact, choices: {u: U-shape, row: Rows}, strict_choices: true}
 *   incident: {label: Incident, type: reference, reference: incident, on_delete: clear}
 *   badge: {label: Badge, type: exact, searchable: true, index: false}   # rarely asked for
 * </pre>
 *
 * Flows may write a table if its file, or that of the table it extends, says so. An instance's own
 * table that says nothing and grants writing to a role counts as one that says so; what comes with
 * the product is closed to flows until its file opens it.
 *
 * <p>A table without {@code access} of its own or inherited is the administrator's alone. A field
 * may be added, widened and relabelled at any time; one that leaves its file keeps its column and
 * values; its type stays.
 *
 * @param isAbstract whether the table has no records and is there to be inherited from
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
    @Nullable Boolean flows,
    @Nullable List<Table.Unique> unique,
    @Nullable List<List<String>> indexes,
    @Nullable String newest,
    @Nullable LinkedHashMap<String, FieldSpec> fields) {

  /** A file that does no more than to add fields. */
  static TableFile extension(
      @Nullable String table, @Nullable LinkedHashMap<String, FieldSpec> fields) {
    return new TableFile(
        null, table, null, false, null, null, null, null, null, null, null, null, null, fields);
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
      boolean hidden,
      boolean searchable,
      @Nullable Integer length,
      @Nullable Boolean index,
      @JsonProperty("default") @Nullable String defaultValue,
      @JsonAlias("on_delete") @Nullable String onDelete) {

    /** A field of which the file says no more than its name. */
    static final FieldSpec PLAIN =
        new FieldSpec(
            null, null, null, null, false, false, false, false, false, null, null, null, null);
  }
}
