package dev.processsync.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * H2's files hold every record, hashes of passwords and encrypted secrets: from each start on only
 * their owner may read them. Where files have no such rights (Windows), the folder's count.
 */
@Component
class PrivateDatabaseFile implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(PrivateDatabaseFile.class);

  private static final String OWNER_ALONE = "rw-------";

  /** What H2 puts behind a database's name: the data, and what it says of its own errors. */
  private static final List<String> ENDINGS = List.of(".mv.db", ".trace.db");

  private final DSLContext sql;

  PrivateDatabaseFile(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (sql.family() != SQLDialect.H2) {
      return;
    }
    String database = sql.fetchValue(DSL.field("database_path()", String.class));
    if (database != null) {
      ENDINGS.stream().map(ending -> Path.of(database + ending)).forEach(this::close);
    }
  }

  private void close(Path file) {
    PosixFileAttributeView rights = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (rights == null || Files.notExists(file)) {
      return;
    }
    try {
      rights.setPermissions(PosixFilePermissions.fromString(OWNER_ALONE));
    } catch (IOException e) {
      log.warn("Others may be able to read {}: its rights can't be changed", file, e);
    }
  }
}
