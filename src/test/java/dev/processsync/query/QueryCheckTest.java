package dev.processsync.query;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.processsync.problem.InvalidQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCheckTest {

  private final QueryCheck check = new QueryCheck(TicketTables.DICTIONARY, TicketTables.CLOCK);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "colour=red | order [order] has no field 'colour'; it has: sys_id, title",
        "group.colour=red | group [group] has no field 'colour'",
        "title.name=x | 'title' of order [order] is no reference",
        "user_password=x | 'user_password' of order [order] is write-only and can't be queried",
        "parent.user_passwordISEMPTY | is write-only",
        "titleSAMEASuser_password | is write-only",
        "title=x^ORDERBYuser_password | in 'ORDERBYuser_password', 'user_password' of",
        "ORDERBYcolour | has no field 'colour'",
        "impact=high | in 'impact=high', 'high' is no whole number, as 'impact' needs",
        "impactIN1,two | 'two' is no whole number",
        "impact=99999999999999999999 | is no whole number",
        "impact> | > needs a value; ISEMPTY asks for an empty field",
        "active=yes | 'yes' is neither true nor false, as 'active' needs",
        "active>true | > does not suit 'active', which is of type BOOLEAN; what does: =, !=, IN",
        "group>x | > does not suit 'group'",
        "impactLIKE1 | LIKE does not suit 'impact', which is of type INTEGER",
        "titleON2024-05-17 | ON does not suit 'title'",
        "opened_at>soon | 'soon' is no date; it must be yyyy-MM-dd HH:mm:ss",
        "opened_at>2024-02-30 | '2024-02-30' is no date",
        "opened_at>javascript:gs.log('x') | is no date",
        "opened_at>javascript:java.lang.System.exit(1) | is no date",
        "opened_at<0000-01-01 | '0000-01-01' is no date",
        "opened_at<+12024-01-01 00:00:00 | is no date",
        "opened_at>javascript:gs.daysAgo(999999) | is no date",
        "group=javascript:gs.getUserID() | is a script, which is never run; 'group' needs a sys_id",
        "titleSAMEASimpact | they can't be the same",
        "titleSAMEASNo Path | 'No Path' is no field name",
        "titleVALCHANGES | only triggers know one",
      })
  void refusesWhatDoesNotFitTheTable(String query, String reason) {
    assertThatThrownBy(() -> check.check(Query.parse(query), TicketTables.TICKET))
        .isInstanceOf(InvalidQuery.class)
        .hasMessageContaining(query)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"titleVALCHANGES", "impactCHANGESFROM1^ORimpactCHANGESTO2", "active=true"})
  void letsTriggersSpeakOfChanges(String query) {
    assertThatCode(() -> check.checkTrigger(Query.parse(query), TicketTables.TICKET))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesAChangeOfAnotherRecord() {
    assertThatThrownBy(
            () -> check.checkTrigger(Query.parse("group.nameVALCHANGES"), TicketTables.TICKET))
        .isInstanceOf(InvalidQuery.class)
        .hasMessageContaining("VALCHANGES needs a field of the record itself");
  }

  @Test
  void refusesATriggerThatIsMeantForStoredRecords() {
    QuerySql sql = new QuerySql(TicketTables.DICTIONARY, TicketTables.CLOCK);

    assertThatThrownBy(() -> sql.select(Query.parse("impactCHANGESTO1"), TicketTables.TICKET))
        .isInstanceOf(InvalidQuery.class)
        .hasMessageContaining("only triggers know one");
  }
}
