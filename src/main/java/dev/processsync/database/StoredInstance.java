package dev.processsync.database;

import dev.processsync.dictionary.SysId;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The instance's id in its database, and where that was. */
@Component
final class StoredInstance
    implements ThisInstance, CopyGuard, InstanceIdentity, SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(StoredInstance.class);

  private static final Table<Record> TABLE = DSL.table(DSL.name("process_sync", "this_instance"));
  private static final Field<String> ID = DSL.field(DSL.name("instance_id"), String.class);
  private static final Field<String> PLACE = DSL.field(DSL.name("place"), String.class);
  private static final Field<String> WORDS = DSL.field(DSL.name("place_in_words"), String.class);

  /** How long a node may not know that a person has decided at another one. */
  private static final long REREAD_NANOS = Duration.ofSeconds(1).toNanos();

  private final DSLContext sql;
  private final StartTurn turn;
  private volatile String id = "";
  private volatile DatabasePlace place = new DatabasePlace("", "");
  private volatile String objection = "";
  private volatile long readNanos;

  StoredInstance(DSLContext sql, StartTurn turn) {
    this.sql = sql;
    this.turn = turn;
  }

  @Override
  public String id() {
    return id;
  }

  /** Nodes that start together take turns, so that they agree. */
  @Override
  public void afterSingletonsInstantiated() {
    turn.take(
        () -> {
          place = DatabasePlace.of(sql);
          if (sql.fetchCount(TABLE) == 0) {
            sql.insertInto(TABLE).set(ID, SysId.next()).execute();
          }
          Record3<String, String, String> stored = stored();
          if (stored.value2().isEmpty() || stored.value2().equals(place.key())) {
            // A file that was only renamed has other words.
            settle(stored.value1());
          }
        });
    read();
    if (!objection.isEmpty()) {
      log.error("{}", objection);
    }
  }

  @Override
  public String reason() {
    if (!objection.isEmpty() && System.nanoTime() - readNanos > REREAD_NANOS) {
      read();
    }
    return objection;
  }

  @Override
  public void isTheInstance() {
    turn.take(() -> settle(stored().value1()));
    read();
  }

  @Override
  public String becomesAnInstanceOfItsOwn() {
    String before = id;
    turn.take(() -> settle(SysId.next()));
    read();
    return before;
  }

  private void settle(String instance) {
    sql.update(TABLE)
        .set(ID, instance)
        .set(PLACE, place.key())
        .set(WORDS, place.words())
        .where(ID.ne(instance).or(PLACE.ne(place.key())).or(WORDS.ne(place.words())))
        .execute();
  }

  private void read() {
    Record3<String, String, String> stored = stored();
    readNanos = System.nanoTime();
    id = stored.value1();
    objection =
        stored.value2().equals(place.key())
            ? ""
            : "This database looks like a copy: it is now in %s, and was in %s when its instance %s last ran. Nothing is sent, mailed or taken in until an administrator says on the page Copy Guard what it is."
                .formatted(place.words(), stored.value3(), stored.value1());
  }

  private Record3<String, String, String> stored() {
    return sql.select(ID, PLACE, WORDS).from(TABLE).fetchSingle();
  }
}
