package dev.processsync.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.Postgres;
import dev.processsync.dictionary.Field;
import dev.processsync.dictionary.FieldType;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.InvalidQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** H2, PostgreSQL and memory find the same records in the same order, whatever is asked. */
class QueryAgreementTest {

  private static final long SEED = new Random().nextLong();
  private static final List<TableRecord> RECORDS = Tickets.random(new Random(SEED));
  private static final RecordLookup LOOKUP = TicketTables.lookupIn(RECORDS);
  private static final QueryMatcher MATCHER =
      new QueryMatcher(TicketTables.DICTIONARY, TicketTables.CLOCK);

  private static @Nullable TicketDatabase postgres;
  private static @Nullable TicketDatabase h2;

  @BeforeContainer
  static void fillBothDatabases() {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setUrl(Postgres.newDatabase());
    postgres = new TicketDatabase(server, SQLDialect.POSTGRES);
    postgres.insert(RECORDS);
    JdbcDataSource memory = new JdbcDataSource();
    memory.setUrl(
        "jdbc:h2:mem:agreement;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    h2 = new TicketDatabase(memory, SQLDialect.H2);
    h2.insert(RECORDS);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void sqlFindsWhatMemoryFinds(@ForAll("queries") Query query) {
    List<String> expected =
        RECORDS.stream()
            .filter(record -> record.table().equals("order"))
            .filter(record -> MATCHER.matches(query, TicketTables.TICKET, record, null, LOOKUP))
            .sorted(order(query))
            .map(TableRecord::sysId)
            .toList();
    int found = expected.size();
    Statistics.label("found")
        .collect(found == 0 ? "none" : found == 60 ? "all" : "some")
        .coverage(coverage -> coverage.check("some").percentage(share -> share > 30));

    assertThat(find(h2, query)).as("H2, records of seed %d: %s", SEED, query).isEqualTo(expected);
    assertThat(find(postgres, query))
        .as("PostgreSQL, records of seed %d: %s", SEED, query)
        .isEqualTo(expected);
  }

  @Property(tries = 400)
  void whatIsWrittenIsReadBackTheSame(@ForAll("queries") Query query) {
    assertThat(Query.parse(query.encoded())).isEqualTo(query);
  }

  @Property(tries = 200)
  void aCombinationFindsWhatBothFind(@ForAll("queries") Query one, @ForAll("queries") Query other) {
    for (TableRecord record : RECORDS) {
      if (record.table().equals("order")) {
        assertThat(matches(one.and(other), record))
            .isEqualTo(matches(one, record) && matches(other, record));
      }
    }
  }

  @Property(tries = 1000)
  void anyTextIsReadOrRefusedButNeverBreaks(@ForAll String text) {
    try {
      assertThat(Query.parse(text)).isEqualTo(Query.parse(Query.parse(text).encoded()));
    } catch (InvalidQuery refused) {
      assertThat(refused).hasMessageContaining("Invalid query");
    }
  }

  @Provide
  Arbitrary<Query> queries() {
    return RandomQueries.queries();
  }

  private static boolean matches(Query query, TableRecord record) {
    return MATCHER.matches(query, TicketTables.TICKET, record, null, LOOKUP);
  }

  private static List<String> find(@Nullable TicketDatabase database, Query query) {
    return database == null ? List.of() : database.find(query);
  }

  /** The order in plain words, written apart from the code that it checks. */
  private static Comparator<TableRecord> order(Query query) {
    Comparator<TableRecord> inOrder = Comparator.comparing(TableRecord::table);
    for (Order order : query.order()) {
      Comparator<TableRecord> next = (one, other) -> compare(order.field(), one, other);
      inOrder = inOrder.thenComparing(order.descending() ? next.reversed() : next);
    }
    return inOrder.thenComparing(TableRecord::sysId);
  }

  private static int compare(FieldPath path, TableRecord one, TableRecord other) {
    Table table = TicketTables.TICKET;
    TableRecord left = one;
    TableRecord right = other;
    Field field = table.require(path.names().get(0));
    for (String name : path.names().subList(1, path.names().size())) {
      left = follow(left, field);
      right = follow(right, field);
      table = TicketTables.DICTIONARY.require(left.table());
      field = table.require(name);
    }
    if (field.isReference()) {
      left = follow(left, field);
      right = follow(right, field);
      table = TicketTables.DICTIONARY.require(left.table());
      field = table.require(table.display());
    }
    return compare(field, left.get(field.name()), right.get(field.name()));
  }

  private static TableRecord follow(TableRecord record, Field reference) {
    String table = reference.reference() == null ? "" : reference.reference();
    return LOOKUP.find(table, record.get(reference.name())).orElse(TicketTables.record(table));
  }

  private static int compare(Field field, String one, String other) {
    if (field.type() == FieldType.BOOLEAN) {
      return Boolean.compare(one.equals("true"), other.equals("true"));
    }
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(!one.isEmpty(), !other.isEmpty());
    }
    return switch (field.type()) {
      case INTEGER -> Long.compare(Long.parseLong(one), Long.parseLong(other));
      case STRING, TEXT -> one.toLowerCase(Locale.ROOT).compareTo(other.toLowerCase(Locale.ROOT));
      default -> one.compareTo(other);
    };
  }
}
