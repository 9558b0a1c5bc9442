package dev.processsync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.processsync.Postgres;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.problem.AccessDenied;
import dev.processsync.problem.InvalidQuery;
import dev.processsync.query.FieldPath;
import dev.processsync.query.Order;
import dev.processsync.query.Query;
import dev.processsync.storage.PageRequest;
import dev.processsync.storage.RecordPage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.context.ConfigurableApplicationContext;

/** Whatever the order, pages show each record once, on either database. */
class RecordPagesTest {

  private static final long SEED = new Random().nextLong();
  private static final int LOCKERS = 40;
  private static final Actor SYSTEM = Actor.system();
  private static final Set<String> SYS_ID = Set.of("sys_id");
  private static final List<String> CONDITIONS = List.of("", "open=true", "heightISEMPTY^ORopen=1");
  private static final List<String> PATHS =
      List.of(
          "sys_id",
          "sys_created_on",
          "label",
          "colour",
          "seal",
          "height",
          "open",
          "checked",
          "owner",
          "neighbour",
          "neighbour.height",
          "neighbour.open",
          "neighbour.checked",
          "owner.user_name");

  private static final List<ConfigurableApplicationContext> DATABASES = new ArrayList<>();

  @BeforeContainer
  static void fillBothDatabases() {
    DATABASES.add(TestTables.start());
    DATABASES.add(TestTables.start(Postgres.newDatabase(), Postgres.USER));
    DATABASES.forEach(database -> fill(records(database), new Random(SEED)));
  }

  @AfterContainer
  static void closeBothDatabases() {
    DATABASES.forEach(ConfigurableApplicationContext::close);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void leafingThroughShowsEachRecordOnceInOrder(
      @ForAll("queries") Query query, @ForAll @IntRange(min = 1, max = 15) int size) {
    for (ConfigurableApplicationContext database : DATABASES) {
      Records records = records(database);
      List<String> expected = ids(records.list(SYSTEM, "locker", total(query), 0, LOCKERS));

      assertThat(forwards(records, query, size))
          .as("%s, records of seed %d", query, SEED)
          .isEqualTo(expected);
      assertThat(backwards(records, query, size))
          .as("%s backwards, records of seed %d", query, SEED)
          .isEqualTo(expected);
      List<String> handedOver = new ArrayList<>();
      records.each(SYSTEM, "locker", query, SYS_ID, part -> handedOver.addAll(ids(part)));
      assertThat(handedOver).as(query.toString()).isEqualTo(expected);
    }
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void leafingBackLeadsToThePageBefore(
      @ForAll("queries") Query query, @ForAll @IntRange(min = 1, max = 8) int size) {
    for (ConfigurableApplicationContext database : DATABASES) {
      Records records = records(database);
      RecordPage first = page(records, query, PageRequest.first(size));
      if (!first.next().isEmpty()) {
        RecordPage second = page(records, query, PageRequest.after(first.next(), size));

        assertThat(page(records, query, PageRequest.before(second.previous(), size)))
            .as(query.toString())
            .isEqualTo(first);
      }
    }
  }

  @Property(tries = 500)
  void anyTextIsNoCursorAndSaidToBe(@ForAll String text) {
    if (!text.isEmpty()) {
      assertBroken(text, "ORDERBYheight");
    }
  }

  @Example
  void aCursorOfAnotherOrderIsNone() {
    String cursor =
        page(records(DATABASES.get(0)), Query.parse("ORDERBYheight"), PageRequest.first(5)).next();

    assertThat(cursor).matches("[A-Za-z0-9_-]{1,200}");
    assertBroken(cursor, "ORDERBYchecked");
    assertBroken(cursor + "AAAA", "ORDERBYheight");
    assertBroken(cursor.substring(0, cursor.length() - 4), "ORDERBYheight");
    assertBroken("A".repeat(10_001), "ORDERBYheight");
  }

  @Example
  void withoutAnOrderTheNewestComesFirst() {
    for (ConfigurableApplicationContext database : DATABASES) {
      Records records = records(database);
      List<String> newest =
          ids(
              records.list(
                  SYSTEM,
                  "locker",
                  Query.parse("ORDERBYDESCsys_created_on^ORDERBYDESCsys_id"),
                  0,
                  LOCKERS));

      assertThat(forwards(records, Query.EVERYTHING, 7)).isEqualTo(newest);
    }
  }

  @Example
  void longTextsMakeShortCursors() {
    for (ConfigurableApplicationContext database : DATABASES) {
      Records records = records(database);
      List<String> made = new ArrayList<>();
      for (String end : List.of("b", "a", "c")) {
        String text = "日😀".repeat(60) + end;
        made.add(
            records
                .insert(SYSTEM, "incident", Map.of("description", text, "category", ""))
                .sysId());
      }
      Query query = Query.parse("categoryISEMPTY^ORDERBYdescription");
      Set<String> shown = Set.of("sys_id");

      List<String> seen = new ArrayList<>();
      RecordPage page = records.page(SYSTEM, "incident", query, PageRequest.first(1), shown);
      assertThat(page.next()).hasSizeBetween(1, 1_000);
      seen.addAll(ids(page.records()));
      while (!page.next().isEmpty()) {
        page = records.page(SYSTEM, "incident", query, PageRequest.after(page.next(), 1), shown);
        seen.addAll(ids(page.records()));
      }
      assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
    }
  }

  @Example
  void whoLeafsPastWhatIsGoneGetsTheEndsOfTheList() {
    Records records = records(DATABASES.get(0));
    for (String name : List.of("a", "b", "c")) {
      records.insert(SYSTEM, "sys_alias", Map.of("name", name));
    }
    Query query = Query.parse("ORDERBYname");
    RecordPage first = aliases(records, query, PageRequest.first(2));
    RecordPage last = aliases(records, query, PageRequest.after(first.next(), 2));
    records
        .findBy(SYSTEM, "sys_alias", Map.of("name", "c"))
        .forEach(alias -> records.delete(SYSTEM, "sys_alias", alias.sysId()));

    assertThat(aliases(records, query, PageRequest.after(first.next(), 2)).records())
        .extracting(alias -> alias.get("name"))
        .containsExactly("a", "b");
    records
        .findBy(SYSTEM, "sys_alias", Map.of())
        .forEach(alias -> records.delete(SYSTEM, "sys_alias", alias.sysId()));
    assertThat(aliases(records, query, PageRequest.before(last.previous(), 2)))
        .isEqualTo(RecordPage.EMPTY);
  }

  @Example
  void countsNoFurtherThanWanted() {
    for (ConfigurableApplicationContext database : DATABASES) {
      Records records = records(database);
      Query sorted = Query.parse("ORDERBYowner");

      assertThat(records.countUpTo(SYSTEM, "locker", sorted, LOCKERS - 1)).isEqualTo(LOCKERS - 1);
      assertThat(records.countUpTo(SYSTEM, "locker", sorted, LOCKERS + 1)).isEqualTo(LOCKERS);
      Query none = Query.parse("owner.user_name=nobody");
      assertThat(records.countUpTo(SYSTEM, "locker", none, 10)).isZero();
    }
  }

  @Example
  void nobodyLeafsThroughWhatTheyMayNotRead() {
    Records records = records(DATABASES.get(0));
    Actor stranger = new Actor("st", "", Set.of(), true, null);
    PageRequest first = PageRequest.first(1);
    List<Runnable> readings =
        List.of(
            () -> records.page(stranger, "locker", Query.EVERYTHING, first, SYS_ID),
            () -> records.each(stranger, "locker", Query.EVERYTHING, SYS_ID, part -> {}),
            () -> records.countUpTo(stranger, "locker", Query.EVERYTHING, 1));

    for (Runnable reading : readings) {
      assertThatExceptionOfType(AccessDenied.class).isThrownBy(reading::run);
    }
    Actor caretaker = new Actor("bo", "", Set.of("caretaker"), true, null);
    Query walking = Query.parse("ORDERBYowner.user_name");
    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> records.page(caretaker, "locker", walking, first, SYS_ID));
    assertThat(
            records
                .page(caretaker, "locker", Query.EVERYTHING, first, Set.of("label", "code"))
                .records())
        .allSatisfy(locker -> assertThat(locker.values()).containsOnlyKeys("label"));
  }

  @Example
  void aPageHasASize() {
    for (int size : List.of(0, -1, PageRequest.MAX_SIZE + 1)) {
      assertThatExceptionOfType(InvalidQuery.class)
          .isThrownBy(() -> PageRequest.first(size))
          .withMessageContaining("1 to 10000 records");
    }
  }

  @Provide
  Arbitrary<Query> queries() {
    Arbitrary<List<Order>> orders =
        Combinators.combine(Arbitraries.of(PATHS).map(FieldPath::of), Arbitraries.of(true, false))
            .as(Order::new)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3);
    return Combinators.combine(Arbitraries.of(CONDITIONS).map(Query::parse), orders)
        .as((conditions, order) -> new Query(conditions.alternatives(), order));
  }

  /** The order that leaves nothing open: records that are otherwise alike go on as they began. */
  private static Query total(Query query) {
    List<Order> order = new ArrayList<>(query.order());
    boolean descending = order.get(order.size() - 1).descending();
    order.add(new Order(FieldPath.of("sys_id"), descending));
    return new Query(query.alternatives(), order);
  }

  private static List<String> forwards(Records records, Query query, int size) {
    RecordPage page = page(records, query, PageRequest.first(size));
    assertThat(page.previous()).isEmpty();
    List<String> seen = new ArrayList<>(ids(page.records()));
    while (!page.next().isEmpty()) {
      assertThat(page.records()).hasSize(size);
      page = page(records, query, PageRequest.after(page.next(), size));
      assertThat(page.previous()).isNotEmpty();
      seen.addAll(ids(page.records()));
    }
    return seen;
  }

  private static List<String> backwards(Records records, Query query, int size) {
    RecordPage page = page(records, query, PageRequest.last(size));
    assertThat(page.next()).isEmpty();
    List<String> seen = new ArrayList<>(ids(page.records()));
    while (!page.previous().isEmpty()) {
      assertThat(page.records()).hasSize(size);
      page = page(records, query, PageRequest.before(page.previous(), size));
      assertThat(page.next()).isNotEmpty();
      seen.addAll(0, ids(page.records()));
    }
    return seen;
  }

  private static RecordPage page(Records records, Query query, PageRequest request) {
    return records.page(SYSTEM, "locker", query, request, SYS_ID);
  }

  private static RecordPage aliases(Records records, Query query, PageRequest request) {
    return records.page(SYSTEM, "sys_alias", query, request, Set.of("name"));
  }

  private static void assertBroken(String cursor, String order) {
    for (ConfigurableApplicationContext database : DATABASES) {
      assertThatExceptionOfType(InvalidQuery.class)
          .isThrownBy(
              () -> page(records(database), Query.parse(order), PageRequest.after(cursor, 5)))
          .withMessageContaining("begin at the first page");
    }
  }

  private static List<String> ids(List<TableRecord> records) {
    return records.stream().map(TableRecord::sysId).toList();
  }

  private static Records records(ConfigurableApplicationContext database) {
    return database.getBean(Records.class);
  }

  /** Few values, so that many records have the same, and many have none. */
  private static void fill(Records records, Random random) {
    List<String> owners = new ArrayList<>(List.of(""));
    for (String name : List.of("Ann", "ann", "Bo")) {
      owners.add(
          records
              .insert(SYSTEM, "sys_user", Map.of("user_name", "u" + owners.size(), "name", name))
              .sysId());
    }
    List<String> neighbours = new ArrayList<>(Collections.nCopies(5, ""));
    for (int i = 0; i < LOCKERS; i++) {
      Map<String, String> locker = new HashMap<>();
      locker.put("sys_id", String.format("%08x%024x", random.nextInt(), i));
      locker.put("label", "L" + i);
      locker.put("colour", any(random, "", "grey", "red"));
      locker.put("seal", any(random, "", "a", "A", "ä", "zz", "é"));
      locker.put("height", any(random, "", "-1", "2", "10"));
      locker.put("open", any(random, "", "true", "false"));
      locker.put("checked", any(random, "", "2024-05-17 10:00:00", "0999-01-01 00:00:00"));
      locker.put("owner", owners.get(random.nextInt(owners.size())));
      locker.put("neighbour", neighbours.get(random.nextInt(neighbours.size())));
      neighbours.add(records.insert(SYSTEM, "locker", locker).sysId());
    }
  }

  private static String any(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }
}
