package dev.processsync.dictionary;

import dev.processsync.problem.InvalidRecord;
import java.util.List;

/** What a table's file may get wrong although it can be read; needs all tables. */
final class TableChecks {

  private static final String PARAMETER = "sysparm_";

  private final Dictionary dictionary;

  TableChecks(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * @throws DictionaryProblem naming the file and what would be right
   */
  void check(String file, Table table) {
    table.fields().values().forEach(field -> checkField(file, table, field));
    checkNumbering(file, table);
    Field display = table.field(table.display()).orElse(null);
    if (display == null || display.type() == FieldType.PASSWORD) {
      throw new DictionaryProblem(
          file, "display field '%s' is not a field that can be shown".formatted(table.display()));
    }
    table.unique().forEach(unique -> checkNames(file, table, "unique", unique.fields()));
    checkNames(file, table, "newest", List.of(table.newest()));
    table.indexes().forEach(index -> checkNames(file, table, "index", index));
  }

  private void checkField(String file, Table table, Field field) {
    if (field.name().startsWith(PARAMETER)) {
      throw new DictionaryProblem(
          file,
          "field '%s' can't be told from a parameter of the Table API; choose a name without %s"
              .formatted(field.name(), PARAMETER));
    }
    String reference = field.reference();
    if (reference != null && dictionary.find(reference).isEmpty()) {
      throw new DictionaryProblem(
          file,
          "field '%s' refers to table '%s', which no file defines"
              .formatted(field.name(), reference));
    }
    try {
      String canonical = FieldValue.canonical(table, field, field.defaultValue());
      if (!canonical.equals(field.defaultValue())) {
        throw new DictionaryProblem(
            file,
            "field '%s' has default '%s'; write it '%s'"
                .formatted(field.name(), field.defaultValue(), canonical));
      }
    } catch (InvalidRecord refused) {
      throw new DictionaryProblem(
          file,
          "field '%s' has a default that it can't hold: %s"
              .formatted(field.name(), refused.getMessage()));
    }
  }

  private static void checkNumbering(String file, Table table) {
    Table.Numbering numbering = table.numbering();
    if (numbering == null) {
      return;
    }
    Field field = table.field(numbering.field()).orElse(null);
    if (field == null || (field.type() != FieldType.EXACT && field.type() != FieldType.STRING)) {
      throw new DictionaryProblem(
          file, "number field '%s' is not a field for text".formatted(numbering.field()));
    }
    if (numbering.start() < 1 || numbering.digits() < 1 || numbering.digits() > 18) {
      throw new DictionaryProblem(file, "'number' must have a start from 1 on and 1 to 18 digits");
    }
  }

  private static void checkNames(String file, Table table, String what, List<String> fields) {
    for (String field : fields) {
      if (table.field(field).isEmpty()) {
        throw new DictionaryProblem(file, "%s field '%s' is not a field".formatted(what, field));
      }
    }
  }
}
