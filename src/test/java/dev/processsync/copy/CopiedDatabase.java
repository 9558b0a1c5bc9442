package dev.processsync.copy;

import dev.processsync.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Databases as people copy and move them, while nobody uses them. */
interface CopiedDatabase {

  /** Answers the JDBC URL of a new one. */
  String fresh();

  String copy(String url);

  String rename(String url);

  /** How people know where it is. */
  String wordsFor(String url);

  /** Whether more than one instance can use one. */
  boolean mayHaveNodes();

  /** Files of a folder. */
  record OfH2(Path folder) implements CopiedDatabase {

    private static final String PREFIX = "jdbc:h2:file:";
    private static final String SETTINGS =
        ";WRITE_DELAY=0;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_ON_EXIT=FALSE";

    @Override
    public String fresh() {
      return url(folder.resolve("original").resolve("instance"));
    }

    @Override
    public String copy(String url) {
      try {
        Path to = folder.resolve("elsewhere").resolve("instance");
        Files.createDirectories(to.getParent());
        Files.copy(file(url), Path.of(to + ".mv.db"));
        return url(to);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String rename(String url) {
      try {
        Files.move(folder.resolve("original"), folder.resolve("renamed"));
        return url(folder.resolve("renamed").resolve("instance"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String wordsFor(String url) {
      return file(url).toString();
    }

    @Override
    public boolean mayHaveNodes() {
      return false;
    }

    private static String url(Path database) {
      return PREFIX + database.toAbsolutePath() + SETTINGS;
    }

    private static Path file(String url) {
      return Path.of(url.substring(PREFIX.length(), url.indexOf(';')) + ".mv.db");
    }
  }

  /** Databases of one server. */
  record OfPostgres() implements CopiedDatabase {

    @Override
    public String fresh() {
      return Postgres.newDatabase();
    }

    @Override
    public String copy(String url) {
      return Postgres.copyOf(url);
    }

    @Override
    public String rename(String url) {
      return Postgres.renamed(url);
    }

    @Override
    public String wordsFor(String url) {
      return "database '" + url.replaceAll(".*/(test_\\d+).*", "$1") + "'";
    }

    @Override
    public boolean mayHaveNodes() {
      return true;
    }
  }
}
