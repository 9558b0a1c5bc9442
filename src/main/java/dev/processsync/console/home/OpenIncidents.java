package dev.processsync.console.home;

import dev.processsync.console.page.ListAddress;
import dev.processsync.console.page.RecordAddress;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * An agent's work: incidents that are assigned to the agent, and those that a group has to take.
 */
@Component
class OpenIncidents {

  private static final String TABLE = "incident";
  private static final String MEMBER = "sys_user_grmember";
  private static final String OPEN = "active=true^";
  private static final String NEWEST = "^ORDERBYpriority^ORDERBYDESCsys_updated_on";
  private static final Set<String> SHOWN =
      Set.of("sys_id", "number", "short_description", "priority", "state", "sys_updated_on");
  private static final int MOST = 8;

  private final Records records;
  private final Dictionary dictionary;

  OpenIncidents(Records records, Dictionary dictionary) {
    this.records = records;
    this.dictionary = dictionary;
  }

  /**
   * @param createHref empty if the agent may not create any
   */
  record Incidents(List<Part> parts, String createHref, String allHref) {}

  /**
   * @param empty what to do if there is none
   */
  record Part(String title, List<Line> lines, String empty, String href) {}

  record Line(String number, String href, String description, String priority, String state) {}

  /** Empty for those who may not read incidents. */
  Optional<Incidents> of(Actor actor) {
    Table table = dictionary.require(TABLE);
    if (!actor.hasAnyOf(table.access().read())) {
      return Optional.empty();
    }
    Part mine =
        part(
            actor,
            "Assigned to me",
            "assigned_to=" + actor.sysId(),
            "Nothing is assigned to you. Take one from your groups or from all open incidents.");
    boolean mayCreate = actor.hasAnyOf(table.access().create());
    return Optional.of(
        new Incidents(
            groups(actor).map(groups -> List.of(mine, groups)).orElse(List.of(mine)),
            mayCreate ? RecordAddress.ofNew(TABLE, Map.of(), "/console") : "",
            ListAddress.of(TABLE, "active=true")));
  }

  private Optional<Part> groups(Actor actor) {
    if (!actor.hasAnyOf(dictionary.require(MEMBER).access().read())) {
      return Optional.empty(); // external users see no groups
    }
    String groups =
        records.findBy(actor, MEMBER, Map.of("user", actor.sysId())).stream()
            .map(member -> member.get("group"))
            .collect(Collectors.joining(","));
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(
            part(
                actor,
                "Unassigned, of my groups",
                "assigned_toISEMPTY^assignment_groupIN" + groups,
                "Your groups have nothing that nobody took."));
  }

  private Part part(Actor actor, String title, String which, String empty) {
    Query query = Query.parse(OPEN + which + NEWEST);
    Table table = dictionary.require(TABLE);
    return new Part(
        title,
        records.list(actor, TABLE, query, 0, MOST, SHOWN).stream()
            .map(record -> line(table, record))
            .toList(),
        empty,
        ListAddress.of(TABLE, OPEN + which));
  }

  private static Line line(Table table, TableRecord record) {
    return new Line(
        record.get("number"),
        RecordAddress.of(TABLE, record.sysId()),
        record.get("short_description"),
        label(table, record, "priority"),
        label(table, record, "state"));
  }

  private static String label(Table table, TableRecord record, String field) {
    return table.require(field).choiceLabel(record.get(field)).orElse(record.get(field));
  }
}
