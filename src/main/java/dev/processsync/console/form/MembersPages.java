package dev.processsync.console.form;

import dev.processsync.console.page.RecordAddress;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.AccessDenied;
import dev.processsync.problem.NoSuchRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.DisplayValues;
import dev.processsync.record.Records;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together the page behind a related list's Edit…. */
@Component
class MembersPages {

  private final Dictionary dictionary;
  private final Records records;
  private final DisplayValues displayValues;
  private final RelatedLists relatedLists;

  MembersPages(
      Dictionary dictionary,
      Records records,
      DisplayValues displayValues,
      RelatedLists relatedLists) {
    this.dictionary = dictionary;
    this.records = records;
    this.displayValues = displayValues;
    this.relatedLists = relatedLists;
  }

  /**
   * @param path which of the related lists: {@code roles}
   */
  MembersPage of(Actor actor, String tableName, String sysId, String path) {
    Table table = dictionary.require(tableName);
    TableRecord record = records.get(actor, tableName, sysId);
    RelatedList list =
        relatedLists.of(actor, table).stream()
            .filter(one -> one.path().equals(path))
            .findFirst()
            .orElseThrow(() -> new NoSuchRecord(tableName, sysId + "/" + path));
    if (!list.editable()) {
      throw new AccessDenied(
          "User '%s' may not change the %s of %s."
              .formatted(actor.userName(), list.title(), table.title()));
    }
    Table links = dictionary.require(list.table());
    Membership membership =
        Membership.of(table, links, list.field())
            .orElseThrow(() -> new NoSuchRecord(tableName, sysId + "/" + path));
    return new MembersPage(
        list.title(),
        record.get(table.display()),
        sysId,
        list.table(),
        membership.own().name(),
        membership.other().name(),
        membership.otherTable(),
        list.title() + " List",
        RecordAddress.of(tableName, sysId),
        selected(actor, membership, sysId));
  }

  private List<MembersPage.Selected> selected(Actor actor, Membership membership, String sysId) {
    List<TableRecord> links =
        records.findBy(actor, membership.links().name(), Map.of(membership.own().name(), sysId));
    Map<String, Map<String, String>> names =
        displayValues.ofReferences(links, List.of(membership.other()));
    return links.stream()
        .map(
            link -> {
              String value = link.get(membership.other().name());
              String name = displayValues.of(membership.other(), value, names);
              return new MembersPage.Selected(value, name, link.sysId());
            })
        .sorted(Comparator.comparing(MembersPage.Selected::label))
        .toList();
  }
}
