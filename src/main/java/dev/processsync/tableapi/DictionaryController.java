package dev.processsync.tableapi;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.Table;
import dev.processsync.problem.NoSuchTable;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tables and fields of the instance, as far as the caller may read them. */
@RestController
@RequestMapping(
    path = "/api/process-sync/v1/dictionary",
    produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Dictionary", description = "Which tables there are, and which fields they have.")
class DictionaryController {

  private final Dictionary dictionary;
  private final CurrentActor currentActor;

  DictionaryController(Dictionary dictionary, CurrentActor currentActor) {
    this.dictionary = dictionary;
    this.currentActor = currentActor;
  }

  /**
   * @param display the field that stands for the record where people look
   */
  record TableSummary(String name, String label, String plural, String display) {

    static TableSummary of(Table table) {
      return new TableSummary(table.name(), table.label(), table.plural(), table.display());
    }
  }

  /**
   * What the caller may do with the table, and its fields in the order of forms.
   *
   * @param number the field that counts up by itself, null if none
   */
  record TableDescription(
      String name,
      String label,
      String plural,
      String display,
      @Nullable String number,
      boolean create,
      boolean write,
      boolean delete,
      List<FieldDescription> fields) {}

  /**
   * @param reference the table that a reference points to, else null
   * @param choices value to label
   * @param hidden whether pages offer it nowhere
   */
  record FieldDescription(
      String name,
      String label,
      String type,
      int length,
      boolean mandatory,
      boolean readOnly,
      boolean hidden,
      boolean searchable,
      String defaultValue,
      @Nullable String reference,
      Map<String, String> choices) {

    static FieldDescription of(Field field) {
      return new FieldDescription(
          field.name(),
          field.label(),
          field.type().name().toLowerCase(Locale.ROOT),
          field.length(),
          field.mandatory(),
          field.readOnly(),
          field.hidden(),
          field.searchable(),
          field.defaultValue(),
          field.reference(),
          field.choices());
    }
  }

  @GetMapping
  @Operation(summary = "The tables that the caller may read")
  Result<List<TableSummary>> tables() {
    Actor actor = currentActor.get();
    return new Result<>(
        dictionary.tables().stream()
            .filter(table -> actor.hasAnyOf(table.access().read()))
            .map(TableSummary::of)
            .toList());
  }

  @GetMapping("/{table}")
  @Operation(summary = "One table with its fields, and what the caller may do with its records")
  Result<TableDescription> table(@PathVariable String table) {
    Actor actor = currentActor.get();
    Table found =
        dictionary
            .find(table)
            .filter(known -> actor.hasAnyOf(known.access().read()))
            .orElseThrow(() -> new NoSuchTable(table));
    Table.Numbering numbering = found.numbering();
    return new Result<>(
        new TableDescription(
            found.name(),
            found.label(),
            found.plural(),
            found.display(),
            numbering == null ? null : numbering.field(),
            actor.hasAnyOf(found.access().create()),
            actor.hasAnyOf(found.access().write()),
            actor.hasAnyOf(found.access().delete()),
            found.fields().values().stream().map(FieldDescription::of).toList()));
  }
}
