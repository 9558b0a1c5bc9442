package dev.processsync.console.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What the form's script gets with the page.
 *
 * @param schema the form, as {@code forms/*.form} has it
 * @param sysId of the record; a new one brings its own, so that it can be copied before it is saved
 * @param version {@code sys_mod_count}
 * @param values by field name, on the wire's form; secrets are empty
 * @param display what people read instead of a value, where that is something else
 * @param from the console's path to return to, empty if the address names none
 * @param list where the list of the table is
 */
record RecordData(
    TableName table,
    JsonNode schema,
    String sysId,
    boolean isNew,
    String version,
    Map<String, String> values,
    Map<String, String> display,
    Rights rights,
    String from,
    String list) {

  record TableName(String name, String label, String display) {}

  /** What the user may do with this record. */
  record Rights(boolean write, boolean delete) {}
}
