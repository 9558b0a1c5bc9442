package dev.processsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Select;

/** What H2 did to answer a question. */
public final class H2Plan {

  private static final Pattern READ = Pattern.compile("scanCount: (\\d+)");

  private H2Plan() {}

  /** How many rows it read, of all tables together. */
  public static long rowsRead(DSLContext sql, Select<?> question) {
    String plan =
        sql.fetchSingle("explain analyze " + sql.renderInlined(question)).get(0, String.class);
    assertThat(plan).isNotNull();
    return READ.matcher(plan).results().map(MatchResult::group).mapToLong(H2Plan::count).sum();
  }

  private static long count(String scan) {
    return Long.parseLong(scan.replaceAll("\\D", ""));
  }
}
