package dev.processsync.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.H2Plan;
import dev.processsync.Postgres;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.query.Query;
import dev.processsync.query.QuerySql;
import dev.processsync.query.SqlKeyset;
import dev.processsync.query.SqlSelection;
import dev.processsync.storage.Cursor;
import dev.processsync.storage.PageRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A page costs the same wherever in a long list it is. */
class DeepPagesTest {

  private static final int RECORDS = 12_000;
  private static final int SIZE = 20;
  private static final List<String> TABLES =
      List.of(
          "incident",
          "problem",
          "change_request",
          "sc_req_item",
          "ih_sync_outbound_queue",
          "ih_sync_inbound_queue",
          "ih_sync_correlation",
          "sys_email");

  private static ConfigurableApplicationContext h2;
  private static ConfigurableApplicationContext postgres;

  @BeforeAll
  static void fillBothDatabases() {
    h2 = TestTables.start();
    postgres = TestTables.start(Postgres.newDatabase(), Postgres.USER);
    for (String table : TABLES) {
      fill(h2, table, "system_range(1, " + RECORDS + ") as g(x)");
      fill(postgres, table, "generate_series(1, " + RECORDS + ") as g(x)");
    }
    sql(postgres).execute("vacuum analyze");
  }

  @AfterAll
  static void stop() {
    h2.close();
    postgres.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "incident",
        "problem",
        "change_request",
        "sc_req_item",
        "ih_sync_outbound_queue",
        "ih_sync_inbound_queue",
        "ih_sync_correlation",
        "sys_email"
      })
  void theOrderInWhichListsBeginIsAnIndex(String table) {
    for (Select<?> statement : deepPages(h2, table, "")) {
      assertThat(H2Plan.rowsRead(sql(h2), statement)).as("%s", statement).isLessThan(100);
    }
    for (Select<?> statement : deepPages(postgres, table, "")) {
      assertThat(plan(statement)).contains("Index").doesNotContain("Sort", "Seq Scan", "Filter");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ORDERBYsys_created_on", "ORDERBYsys_id", "ORDERBYDESCsys_id"})
  void soAreOthers(String order) {
    for (Select<?> statement : deepPages(h2, "incident", order)) {
      assertThat(H2Plan.rowsRead(sql(h2), statement)).as("%s", statement).isLessThan(100);
    }
    for (Select<?> statement : deepPages(postgres, "incident", order)) {
      assertThat(plan(statement)).contains("Index").doesNotContain("Sort", "Seq Scan", "Filter");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ORDERBYstate", "active=true^ORDERBYDESCopened_at^ORDERBYpriority"})
  void aWholeTableIsHandedOverInPartsEachRecordOnce(String query) {
    for (ConfigurableApplicationContext database : List.of(h2, postgres)) {
      Records records = database.getBean(Records.class);
      Query encoded = Query.parse(query);
      List<Integer> parts = new ArrayList<>();
      Set<String> seen = new HashSet<>();

      records.each(
          Actor.system(),
          "incident",
          encoded,
          Set.of("sys_id"),
          part -> {
            parts.add(part.size());
            part.forEach(incident -> seen.add(incident.sysId()));
          });

      long all = records.count(Actor.system(), "incident", encoded);
      assertThat(seen).hasSize((int) all);
      assertThat(parts.stream().mapToInt(Integer::intValue).sum()).isEqualTo((int) all);
      assertThat(parts).hasSizeGreaterThan(1).allMatch(size -> size <= 5_000);
    }
  }

  /** The statements for a first page and for what comes after the middle of the list. */
  private static List<Select<?>> deepPages(
      ConfigurableApplicationContext database, String tableName, String encoded) {
    Table table = database.getBean(Dictionary.class).require(tableName);
    Query query = Query.parse(encoded);
    SqlKeyset keyset = database.getBean(QuerySql.class).keyset(query, table);
    String middle =
        database
            .getBean(Records.class)
            .page(
                Actor.system(), tableName, query, PageRequest.first(RECORDS / 2), Set.of("sys_id"))
            .next();
    List<SqlSelection> selections = new ArrayList<>(List.of(keyset.all()));
    selections.addAll(
        keyset.after(
            Cursor.read(
                middle,
                keyset.order(),
                keyset.place().stream().map(org.jooq.Field::getType).toList())));
    List<Select<?>> statements = new ArrayList<>();
    for (SqlSelection selection : selections) {
      statements.add(
          DSL.select(keyset.place())
              .from(selection.from())
              .where(selection.where())
              .orderBy(selection.orderBy())
              .limit(SIZE));
    }
    return statements;
  }

  private static String plan(Select<?> statement) {
    DSLContext sql = sql(postgres);
    return String.join(
        "\n",
        sql.fetch("explain (costs off) " + sql.renderInlined(statement))
            .getValues(0, String.class));
  }

  /** Ten in a second, every third with an empty date. */
  private static void fill(ConfigurableApplicationContext database, String table, String numbers) {
    String task =
        ", active, priority, state, opened_at) select %s, true, mod(x, 4), mod(x, 3),"
            + " case when mod(x, 3) > 0 then timestamp '2024-05-17 00:00:00' end";
    String id = "lpad(cast(x as varchar), 32, '0'), " + created();
    String columns = "insert into process_sync." + table + " (sys_id, sys_created_on";
    sql(database)
        .execute(
            columns
                + (table.equals("incident") ? task.formatted(id) : ") select " + id)
                + " from "
                + numbers);
  }

  private static String created() {
    return "timestamp '2024-01-01 00:00:00' + (x / 10) * interval '1' second";
  }

  private static DSLContext sql(ConfigurableApplicationContext database) {
    return database.getBean(DSLContext.class);
  }
}
