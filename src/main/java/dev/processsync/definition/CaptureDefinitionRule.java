package dev.processsync.definition;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.problem.InvalidQuery;
import dev.processsync.query.Query;
import dev.processsync.query.QueryCheck;
import dev.processsync.record.RecordChange;
import dev.processsync.record.RecordRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A capture definition fits its table before anything is captured by it (step 31). */
@Component
final class CaptureDefinitionRule implements RecordRule {

  /** Always included (step 31's note). */
  private static final String SYS_ID = "sys_id";

  /** Every payload starts with it anyway. */
  private static final String SYS_CLASS_NAME = "sys_class_name";

  private static final Set<String> CONFIGURATION =
      Set.of("sys_alias", "http_connection", "basic_auth_credentials");

  private final Dictionary dictionary;
  private final QueryCheck queries;
  private final Belonging belonging;

  CaptureDefinitionRule(Dictionary dictionary, QueryCheck queries, Belonging belonging) {
    this.dictionary = dictionary;
    this.queries = queries;
    this.belonging = belonging;
  }

  @Override
  public boolean appliesTo(String table) {
    return table.equals(SyncTables.CAPTURE);
  }

  @Override
  public void beforeWrite(RecordChange change) {
    belonging.adoptDefinition(change);
    belonging.refuseMove(change);
    belonging.requireSameDefinition(change, "process_event", SyncTables.PROCESS_EVENT);
    change.set("table", change.get("table").strip());
    if (!change.get("table").isEmpty() && needsCheck(change)) {
      Table source = source(change);
      checkFilter(change, source);
      change.set("fields", fields(change, source));
    }
  }

  /** What no longer fits the dictionary can still be set to Draft. */
  private static boolean needsCheck(RecordChange change) {
    boolean activated = change.isChanged("state") && "active".equals(change.get("state"));
    return activated || Stream.of("table", "filter", "fields").anyMatch(change::isChanged);
  }

  private Table source(RecordChange change) {
    String name = change.get("table");
    Table source =
        dictionary
            .find(name)
            .orElseThrow(
                () ->
                    change.invalid(
                        "table",
                        "There is no table '%s'. These can be captured: %s."
                            .formatted(name, capturable())));
    if (!isCapturable(source)) {
      throw change.invalid(
          "table",
          "%s can't be captured: users, credentials, connections and process sync records stay on their instance. These can be captured: %s."
              .formatted(source.title(), capturable()));
    }
    return source;
  }

  private String capturable() {
    return dictionary.tables().stream()
        .filter(CaptureDefinitionRule::isCapturable)
        .map(Table::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static boolean isCapturable(Table table) {
    return !table.name().startsWith("ih_sync_")
        && !table.name().startsWith("sys_user")
        && !CONFIGURATION.contains(table.name())
        && table.fields().values().stream().noneMatch(field -> field.type() == FieldType.PASSWORD);
  }

  private void checkFilter(RecordChange change, Table source) {
    try {
      queries.checkTrigger(Query.parse(change.get("filter")), source);
    } catch (InvalidQuery refused) {
      throw change.invalid("filter", "Filter: " + refused.getMessage());
    }
  }

  private static String fields(RecordChange change, Table source) {
    Set<String> included = new LinkedHashSet<>(List.of(SYS_ID));
    for (String given : change.get("fields").split(",", -1)) {
      String name = given.strip();
      if (name.isEmpty() || name.equals(SYS_CLASS_NAME)) {
        continue;
      }
      if (source.field(name).filter(Field::isOffered).isEmpty()) {
        throw change.invalid(
            "fields",
            "Include fields: %s has no field '%s'. It has: %s."
                .formatted(source.title(), name, fieldsOf(source)));
      }
      included.add(name);
    }
    return String.join(",", included);
  }

  private static String fieldsOf(Table source) {
    return source.fields().values().stream()
        .filter(Field::isOffered)
        .map(Field::name)
        .collect(Collectors.joining(", "));
  }
}
