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

  /** Kept of records that flows may write; shown to nobody who does not ask for it. */
  private static final String CHANGES = "sys_field_changes";

  private static final Set<String> NAMES =
      Set.of(
          "sys_id",
          CREATED,
          "sys_created_by",
          "sys_updated_on",
          "sys_updated_by",
          "sys_mod_count",
          CHANGES,
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

  /** Who changed each field of a record last, and when. */
  static Field changes() {
    return system(CHANGES, "Field changes", FieldType.TEXT, 4_000, true);
  }

  private static Field system(String name, String label, FieldType type, int length) {
    return system(name, label, type, length, false);
  }

  private static Field system(
      String name, String label, FieldType type, int length, boolean hidden) {
    return new Field(
        name,
        label,
        type,
        null,
        Map.of(),
        false,
        false,
        true,
        hidden,
        false,
        length,
        false,
        "",
        Field.OnDelete.RESTRICT);
  }
}
