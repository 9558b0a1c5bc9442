package dev.processsync.console.form;

import dev.processsync.console.form.schema.FormSchemas;
import dev.processsync.console.page.ListAddress;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.SysId;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.AccessDenied;
import dev.processsync.record.Actor;
import dev.processsync.record.DisplayValues;
import dev.processsync.record.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what a record's page shows, as far as the actor may see it. */
@Component
class RecordPages {

  private final Dictionary dictionary;
  private final Records records;
  private final DisplayValues displayValues;
  private final FormSchemas schemas;
  private final RelatedLists relatedLists;
  private final PageJson json;

  public RecordPages(
      Dictionary dictionary,
      Records records,
      DisplayValues displayValues,
      FormSchemas schemas,
      RelatedLists relatedLists,
      PageJson json) {
    this.dictionary = dictionary;
    this.records = records;
    this.displayValues = displayValues;
    this.schemas = schemas;
    this.relatedLists = relatedLists;
    this.json = json;
  }

  RecordPage of(Actor actor, String tableName, String sysId, String from) {
    Table table = dictionary.require(tableName);
    TableRecord record = records.get(actor, tableName, sysId);
    RecordData.Rights rights =
        new RecordData.Rights(
            actor.hasAnyOf(table.access().write()), actor.hasAnyOf(table.access().delete()));
    RecordData data = data(table, record, false, rights, from);
    return new RecordPage(
        data,
        title(table, data),
        table.plural(),
        history(record),
        json.of(data),
        actor.hasAnyOf(table.access().create()),
        table.numbering() != null,
        relatedLists.of(actor, table));
  }

  /**
   * @param presets values that the form begins with, by field name
   */
  RecordPage ofNew(Actor actor, String tableName, Map<String, String> presets, String from) {
    Table table = dictionary.require(tableName);
    if (!actor.hasAnyOf(table.access().create())) {
      throw new AccessDenied(
          "User '%s' may not create %s.".formatted(actor.userName(), table.title()));
    }
    Map<String, String> values = new LinkedHashMap<>();
    table.fields().forEach((name, field) -> values.put(name, field.defaultValue()));
    presets.forEach(
        (name, value) -> values.put(name, FieldValue.canonical(table, table.require(name), value)));
    values.put("sys_id", SysId.next());
    RecordData data =
        data(
            table,
            new TableRecord(tableName, values),
            true,
            new RecordData.Rights(true, false),
            from);
    return new RecordPage(
        data, "New record", table.plural(), "", json.of(data), true, false, List.of());
  }

  private RecordData data(
      Table table, TableRecord record, boolean isNew, RecordData.Rights rights, String from) {
    Map<String, Map<String, String>> names =
        displayValues.ofReferences(List.of(record), table.fields().values());
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> display = new LinkedHashMap<>();
    for (Field field : table.fields().values()) {
      String value = field.type() == FieldType.PASSWORD ? "" : record.get(field.name());
      String shown = displayValues.of(field, value, names);
      values.put(field.name(), value);
      if (!shown.equals(value)) {
        display.put(field.name(), shown);
      }
    }
    return new RecordData(
        new RecordData.TableName(table.name(), table.label(), table.display()),
        schemas.of(table),
        record.sysId(),
        isNew,
        record.get("sys_mod_count"),
        values,
        display,
        rights,
        from,
        ListAddress.of(table.name(), ""));
  }

  private static String title(Table table, RecordData data) {
    String value = data.values().getOrDefault(table.display(), "");
    String shown = data.display().getOrDefault(table.display(), value);
    return shown.isEmpty() ? "(no " + table.require(table.display()).label() + ")" : shown;
  }

  private static String history(TableRecord record) {
    String created =
        "Created %s UTC by %s"
            .formatted(record.get("sys_created_on"), record.get("sys_created_by"));
    return record.get("sys_mod_count").equals("0")
        ? created
        : created
            + " · Updated %s UTC by %s"
                .formatted(record.get("sys_updated_on"), record.get("sys_updated_by"));
  }
}
