package dev.processsync.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictionaryFilesTest {

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void aFileMakesATableThatInheritsAndAFieldInAnother() throws IOException {
    write(
        "room_request.yml",
        """
        table: room_request
        extends: task
        label: Room Request
        number: {prefix: ROOM, start: 100}
        access: {read: [itil], write: [facility_manager]}
        fields:
          room: {label: Room, length: 40, mandatory: true}
          incident: {type: reference, reference: incident}
        """);
    write("cost.yaml", "extend: incident\nfields:\n  cost_center: {label: Cost center}\n");

    Dictionary dictionary = read();

    Table table = dictionary.require("room_request");
    assertThat(table.plural()).isEqualTo("Room Requests");
    assertThat(table.display()).isEqualTo("number");
    assertThat(table.fields()).containsKeys("sys_id", "short_description", "room", "sys_mod_count");
    assertThat(table.require("incident").label()).isEqualTo("incident");
    assertThat(table.access())
        .isEqualTo(
            new Table.Access(
                Set.of("itil"),
                Set.of("facility_manager"),
                Set.of("facility_manager"),
                Set.of("facility_manager"),
                true));
    assertThat(dictionary.require("incident").require("cost_center").length()).isEqualTo(255);
  }

  @Test
  void whatComesWithTheProductIsClosedToFlowsUnlessItsFileOpensIt() {
    assertThat(read().tables().stream().filter(table -> table.access().flows()).map(Table::name))
        .containsExactlyInAnyOrder("incident", "problem", "change_request", "sc_req_item");
  }

  @Test
  void anOwnTableIsOpenToFlowsIfSomebodyMayWriteItAndItsFileDoesNotCloseIt() throws IOException {
    write("a.yml", "table: desk\naccess: {write: [itil]}\n");
    write("b.yml", "table: lamp\n");
    write("c.yml", "table: key_card\naccess: {write: [itil]}\nflows: false\n");
    write("d.yml", "table: member\nextends: sys_user\naccess: {write: [itil]}\n");
    write("e.yml", "table: move\nextends: task\n");

    assertThat(read().tables().stream().filter(table -> table.access().flows()).map(Table::name))
        .contains("desk", "move")
        .doesNotContain("lamp", "key_card", "member");
  }

  @Test
  void aFieldInAnAbstractTableIsInEveryTableThatInheritsIt() throws IOException {
    write("more.yml", "extend: task\nfields:\n  external_number:\n");

    Dictionary dictionary = read();

    assertThat(dictionary.require("incident").field("external_number")).isPresent();
    assertThat(dictionary.require("sc_req_item").field("external_number")).isPresent();
    assertThat(dictionary.find("task")).isEmpty();
  }

  @Test
  void theFolderNeedNotExistAndNeedNotBeAUrl() throws IOException {
    write("a.yml", "table: desk\nfields:\n  name:\n");

    assertThat(new DictionaryFiles().read("file:" + folder.resolve("none")).find("desk")).isEmpty();
    assertThat(new DictionaryFiles().read("").find("desk")).isEmpty();
    assertThat(new DictionaryFiles().read(folder.toString()).find("desk")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{table: desk, fields: {a: {type: money}}} | field 'a' has type 'money'; types are string, exact",
        "{table: desk, fields: {a: {type: reference, reference: chair}}} | field 'a' refers to table 'chair', which no file defines",
        "{table: desk, fields: {a: {type: reference}}} | 'type: reference' and 'reference: <table>' belong together",
        "{table: incident} | table 'incident' is already defined in",
        "{table: incident} | use 'extend: incident'",
        "{extend: chair, fields: {a: {}}} | it extends 'chair', which no file defines",
        "{extend: incident, label: Accident} | beside 'extend' there can only be 'fields'",
        "{table: desk, extend: incident} | say either 'table' or 'extend'",
        "{table: desk, extends: chair} | it extends 'chair', which no file defines",
        "{table: desk, extends: desk} | tables extend each other in a circle: desk",
        "{label: Desk} | say 'table:' (a new table) or 'extend:' (more fields for one)",
        "{table: Desk!} | table 'Desk!' must be lower-case letters, digits and _",
        "{table: desk, fields: {A b: {}}} | field 'A b' must be lower-case letters, digits and _",
        "{table: desk, fields: {sys_id: {}}} | every table has 'sys_id' already",
        "{table: desk, fields: {sysparm_a: {}}} | can't be told from a parameter of the Table API",
        "{table: desk, display: title} | display field 'title' is not a field",
        "{table: desk, fields: {a: {length: 5000}}} | field 'a' has length 5000; it must be 1 to 4000",
        "{table: desk, fields: {a: {type: integer, default: many}}} | must be a whole number",
        "{table: desk, fields: {a: {type: boolean, default: '1'}}} | field 'a' has default '1'; write it 'true'",
        "{table: desk, fields: {a: {default: b, choices: {c: C}, strict_choices: true}}} | must be one of c",
        "{table: desk, fields: {a: {on_delete: explode}}} | it must be restrict, clear or cascade",
        "{table: desk, number: {prefix: DSK, start: 1}} | number field 'number' is not a field",
        "{table: desk, number: {start: 1, field: a}, fields: {a: {}}} | 'number' needs a prefix",
        "{table: desk, number: {prefix: D, field: a}, fields: {a: {}}} | must have a start from 1 on",
        "{table: desk, unique: [{fields: [a], message: No}]} | unique field 'a' is not a field",
        "{table: desk, indexes: [[a]]} | index field 'a' is not a field",
        "{table: desk, colour: red} | can't be read: 'colour' is not known here; known are abstract, access",
        "{table: desk, fields: {a: {mandatory: perhaps}}} | can't be read: what stands at 'fields.a.mandatory' is not what belongs there",
        "{table: desk, fields: [a, b]} | can't be read: what stands at 'fields' is not what belongs there",
        "{table: desk, fields: {a: {lenght: 5}}} | can't be read: 'fields.a.lenght' is not known here; known are",
        "table: desk: oak | can't be read: line 1: mapping values are not allowed here",
        "{table: desk, fields: {a: {label: b, | can't be read: line 1: while parsing",
      })
  void refusesAWrongFileNamingItAndTheReason(String content, String reason) throws IOException {
    write("wrong.yml", content);

    assertThatExceptionOfType(DictionaryProblem.class)
        .isThrownBy(this::read)
        .withMessageContaining("wrong.yml")
        .withMessageContaining(reason);
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }

  private Dictionary read() {
    return new DictionaryFiles().read("file:" + folder);
  }
}
