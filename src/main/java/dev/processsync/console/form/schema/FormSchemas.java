package dev.processsync.console.form.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The form of every table, in the schema of Camunda Forms: that of {@code forms/{table}.form},
 * settled with the dictionary, or one made of the dictionary for a table that has no such file, as
 * those of the instance's own dictionary. The files are read once, at start.
 *
 * <p>The file decides about order, columns, help texts and controls; the dictionary about what a
 * field is: its label, whether it is mandatory or read-only, its choices, its length and the table
 * that it refers to. Fields that the file does not have, as those that an own dictionary adds to
 * incidents, come last. One that the file always hides ({@code conditional.hide} is {@code =true})
 * is left out, and one that it disables is read-only, even if the dictionary would let a caller
 * write it. Groups are taken apart: all components are in one list.
 *
 * <p>A text field's custom property {@code control} picks what fills it in where a page can do
 * better than plain text: {@code reference} (to the records of {@code table}; with {@code scope},
 * only to those that have the same value in that field as this form), {@code password}, {@code
 * datetime}, {@code table}, {@code subflow} (of a {@code kind}), {@code json}, {@code
 * process-instance}, and with the {@code tableField} that names their table {@code conditions},
 * {@code slushbucket} and {@code document}.
 */
@Component
public final class FormSchemas {

  private final Map<String, ObjectNode> schemas = new LinkedHashMap<>();

  /**
   * @throws FormProblem naming the file and what is wrong with it
   */
  FormSchemas(Dictionary dictionary, ObjectMapper json) {
    FormFiles files = new FormFiles(json);
    for (Table table : dictionary.tables()) {
      schemas.put(
          table.name(),
          files
              .find(table.name())
              .map(file -> new SettledForm(table, file).schema())
              .orElseGet(() -> GeneratedForm.of(table)));
    }
  }

  /** A copy, which the caller may change. */
  public JsonNode of(Table table) {
    return Objects.requireNonNull(schemas.get(table.name()), table.name()).deepCopy();
  }
}
