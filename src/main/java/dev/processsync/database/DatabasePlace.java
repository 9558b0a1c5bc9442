package dev.processsync.database;

import dev.processsync.support.ShortText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * What tells a database from every copy of it, whoever reaches it from where: of PostgreSQL the
 * cluster's own number and the database's within it, which a dump or a template doesn't take along;
 * of H2 the file's number in its file system, which stays when the file is renamed.
 *
 * @param key to compare; empty if a database in memory, which nobody copies
 * @param words for people
 */
record DatabasePlace(String key, String words) {

  private static final Pattern INODE = Pattern.compile("ino=(\\d+)");
  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_WORDS = 1_000;

  private static final String POSTGRES =
      """
      select d.oid::text, d.datname, coalesce(host(inet_server_addr()), 'a local socket'),
        has_function_privilege('pg_control_system()', 'execute')
      from pg_database d where d.datname = current_database()""";

  static DatabasePlace of(DSLContext sql) {
    return sql.family() == SQLDialect.H2 ? ofFile(sql) : ofPostgres(sql);
  }

  private static DatabasePlace ofPostgres(DSLContext sql) {
    Record database = sql.fetchSingle(POSTGRES);
    boolean tells = database.get(3, Boolean.class);
    String cluster =
        tells
            ? String.valueOf(
                sql.fetchValue("select system_identifier::text from pg_control_system()"))
            : "";
    return new DatabasePlace(
        "cluster " + cluster + ", database " + database.get(0),
        "database '%s' (%s) of the PostgreSQL %s at %s"
            .formatted(database.get(1), database.get(0), cluster, database.get(2)));
  }

  private static DatabasePlace ofFile(DSLContext sql) {
    String database = sql.fetchValue(DSL.field("database_path()", String.class));
    if (database == null) {
      return new DatabasePlace("", "memory");
    }
    Path file = Path.of(database + ".mv.db").toAbsolutePath().normalize();
    return new DatabasePlace(
        ShortText.of(key(file), LONGEST_KEY), ShortText.of("file " + file, LONGEST_WORDS));
  }

  /** The device has a number, too, but another one after some restarts of the machine. */
  private static String key(Path file) {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      Matcher inode = INODE.matcher(Objects.toString(key, ""));
      return inode.find() ? "file " + inode.group(1) : "file " + file;
    } catch (IOException fileOfAServerElsewhere) {
      return "file " + file;
    }
  }
}
