package dev.processsync.record;

import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.FieldValue;
import dev.processsync.dictionary.SystemFields;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.problem.TableProblem;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a caller wants written, checked and in the wire's form.
 *
 * @param values by field; references as ids
 * @param secrets passwords, which go to the table's rules and nowhere else
 */
record GivenValues(Map<String, String> values, Map<String, String> secrets) {

  /**
   * @param current the stored record, or an empty one
   * @throws TableProblem at the first field that can't be written so
   */
  static GivenValues parse(
      Actor actor,
      Table table,
      Map<String, String> given,
      TableRecord current,
      References references) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> secrets = new LinkedHashMap<>();
    given.forEach(
        (name, raw) -> {
          if (SystemFields.isSystem(name)) {
            return; // Clients send whole records back; these fields are the system's and stay as
            // they are.
          }
          Field field = table.require(name);
          String value = FieldValue.canonical(table, field, raw);
          if (value.isBlank() && isNumber(table, field)) {
            return; // A blank number is none: one is drawn, or stays.
          }
          if (field.type() == FieldType.PASSWORD) {
            secrets.put(name, value);
            return;
          }
          if (value.equals(current.get(name))) {
            values.put(name, value);
            return;
          }
          if (field.readOnly() && !actor.equals(Actor.system())) {
            throw new InvalidRecord(
                table.name(),
                name,
                "%s (%s.%s) is read-only: leave it out."
                    .formatted(field.label(), table.name(), name));
          }
          boolean look = field.isReference() && !value.isEmpty();
          values.put(name, look ? references.require(table, field, value) : value);
        });
    return new GivenValues(values, secrets);
  }

  private static boolean isNumber(Table table, Field field) {
    Table.Numbering numbering = table.numbering();
    return numbering != null && numbering.field().equals(field.name());
  }
}
