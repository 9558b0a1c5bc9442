package dev.processsync.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who else has a login on the machine can't read the records. */
class PrivateDatabaseFileTest {

  private Path file = Path.of("");
  private final JdbcDataSource database = new JdbcDataSource();

  @BeforeEach
  void aDatabaseThatEverybodyMayRead(@TempDir Path folder) throws Exception {
    file = folder.resolve("customer.mv.db");
    database.setURL("jdbc:h2:file:" + folder.resolve("customer") + ";WRITE_DELAY=0");
    DSL.using(database, SQLDialect.H2).execute("create table secret (text varchar)");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
  }

  @Test
  void onlyTheOwnerMayReadAndWriteTheFileAfterTheStart() throws Exception {
    new PrivateDatabaseFile(DSL.using(database, SQLDialect.H2)).afterSingletonsInstantiated();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aDatabaseInMemoryHasNoFile() {
    JdbcDataSource memory = new JdbcDataSource();
    memory.setURL("jdbc:h2:mem:private-database-file");

    new PrivateDatabaseFile(DSL.using(memory, SQLDialect.H2)).afterSingletonsInstantiated();
  }
}
