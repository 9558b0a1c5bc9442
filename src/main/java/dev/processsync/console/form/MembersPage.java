package dev.processsync.console.form;

import java.util.List;

/**
 * Whom a record is linked with, to be chosen as a whole: a user's roles, a group's members.
 *
 * @param title of the list: "Roles"
 * @param name what the record is called
 * @param links the table that holds the links
 * @param own its field that points to the record
 * @param other its field that points to what is chosen
 * @param listLabel above what is chosen: "Roles List"
 * @param parent where the record is
 */
record MembersPage(
    String title,
    String name,
    String sysId,
    String links,
    String own,
    String other,
    String otherTable,
    String listLabel,
    String parent,
    List<Selected> selected) {

  /**
   * @param value sys_id of what is chosen
   * @param link sys_id of the record that links it
   */
  record Selected(String value, String label, String link) {}
}
