package dev.processsync.dictionary;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fields that every record has and nobody but the system sets; only the sys_id of a new record
 * may be chosen by its maker.
 */
public final class SystemFields {

  static final String CREATED = "sys_created_on";

  private static final Set<String> NAMES =
      Set.of(
          "sys_id",
          CREATED,
          "sys_created_by",
          "sys_updated_on",
          "sys_updated_by",
          "sys_mod_count",
          "sys_class_name",
          "sys_tags");

  private SystemFields() {}

  public static boolean isSystem(String field) {
    return NAMES.contains(field);
  }

  static List<Field> leading() {
    return List.of(
        system("sys_id", "Sys ID", FieldType.EXACT, 32),
        system("sys_class_name", "Class", FieldType.EXACT, 60));
  }

  static List<Field> trailing() {
    return List.of(
        system(CREATED, "Created", FieldType.DATE_TIME, 255),
        system("sys_created_by", "Created by", FieldType.STRING, 255),
        system("sys_updated_on", "Updated", FieldType.DATE_TIME, 255),
        system("sys_updated_by", "Updated by", FieldType.STRING, 255),
        system("sys_mod_count", "Updates", FieldType.INTEGER, 255));
  }

  private static Field system(String name, String label, FieldType type, int length) {
    return new Field(
        name,
        label,
        type,
        null,
        Map.of(),
        false,
        false,
        true,
        false,
        false,
        length,
        false,
        "",
        Field.OnDelete.RESTRICT);
  }
}
