package dev.processsync.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.References.Resolved;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Groups are remembered between transactions, and nobody is told what is not so any more. */
class RememberedReferencesTest {

  private static final Actor SYSTEM = Actor.system();
  private static ConfigurableApplicationContext context;
  private static Records records;
  private static References references;
  private static TransactionTemplate transaction;

  @BeforeAll
  static void start() {
    context = TestTables.start();
    records = context.getBean(Records.class);
    references = context.getBean(References.class);
    transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
  }

  @AfterAll
  static void stop() {
    context.close();
  }

  @Test
  void whatWasFoundIsNotAskedOfTheDatabaseAgain() {
    TableRecord group = group("Remembered");
    assertThat(resolve("Remembered")).isEqualTo(found(group));

    unseenByUs("delete from process_sync.sys_user_group where name = 'Remembered'");

    assertThat(resolve("Remembered")).isEqualTo(found(group));
  }

  @Test
  void aNameThatWasUnknownIsFoundAsSoonAsThereIsOne() {
    assertThat(resolve("Late")).isEqualTo(new Resolved.Unknown());

    TableRecord group = group("Late");
    assertThat(resolve("Late")).isEqualTo(found(group));
  }

  @Test
  void aChangeIsSeenAtOnceByItsTransactionAndByOthersWhenItIsCommitted() {
    TableRecord group = group("Before");
    assertThat(resolve("Before")).isEqualTo(found(group));

    transaction.executeWithoutResult(
        status -> {
          rename(group, "After");
          assertThat(resolve("After")).isEqualTo(found(group));
          assertThat(resolve("Before")).isEqualTo(new Resolved.Unknown());
          assertThat(elsewhere(() -> resolve("Before"))).isEqualTo(found(group));
        });

    assertThat(resolve("After")).isEqualTo(found(group));
    assertThat(resolve("Before")).isEqualTo(new Resolved.Unknown());
  }

  @Test
  void aChangeThatIsUndoneIsRememberedByNobody() {
    TableRecord group = group("Kept");

    transaction.executeWithoutResult(
        status -> {
          rename(group, "Undone");
          assertThat(resolve("Undone")).isEqualTo(found(group));
          status.setRollbackOnly();
        });

    assertThat(resolve("Undone")).isEqualTo(new Resolved.Unknown());
    assertThat(resolve("Kept")).isEqualTo(found(group));
  }

  @Test
  void recordsThatOthersThanAdministratorsWriteAreAskedForEachTime() {
    TableRecord locker = records.insert(SYSTEM, "locker", Map.of("label", "gone"));
    assertThat(in(() -> references.resolve("locker", "gone"))).isEqualTo(found(locker));

    unseenByUs("delete from process_sync.locker");

    assertThat(in(() -> references.resolve("locker", "gone"))).isEqualTo(new Resolved.Unknown());
  }

  private static TableRecord group(String name) {
    return records.insert(SYSTEM, "sys_user_group", Map.of("name", name));
  }

  private static void rename(TableRecord group, String name) {
    records.update(SYSTEM, "sys_user_group", group.sysId(), Map.of("name", name));
  }

  private static Resolved resolve(String name) {
    return in(() -> references.resolve("sys_user_group", name));
  }

  private static Resolved found(TableRecord record) {
    return new Resolved.Found(record.sysId());
  }

  /** As another node would change it. */
  private static void unseenByUs(String statement) {
    context.getBean(DSLContext.class).execute(statement);
  }

  private static <T> T in(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }

  private static <T> T elsewhere(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work).join();
  }
}
