package dev.processsync.query;

import static dev.processsync.query.TicketTables.record;
import static dev.processsync.query.TicketTables.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.dictionary.TableRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryMatcherTest {

  private static final TableRecord LAPTOP =
      ticket(
          "sys_id",
          "t1",
          "title",
          "New Laptop 100%",
          "code",
          "HW",
          "impact",
          "10",
          "active",
          "true",
          "opened_at",
          "2024-05-17 09:00:00",
          "group",
          "g1");
  private static final TableRecord BLANK = ticket("sys_id", "t2", "parent", "t1", "group", "gone");

  private final QueryMatcher matcher =
      new QueryMatcher(TicketTables.DICTIONARY, TicketTables.CLOCK);
  private final RecordLookup lookup =
      TicketTables.lookupIn(
          List.of(LAPTOP, BLANK, record("group", "sys_id", "g1", "name", "Hardware")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "title=new laptop 100%",
        "title!=laptop",
        "code=HW",
        "code!=hw",
        "titleLIKELAP",
        "titleLIKE0%",
        "titleNOT LIKE0%%",
        "titleSTARTSWITHnew",
        "titleENDSWITH100%",
        "title>a^title<z",
        "impact>9",
        "impact<=10",
        "impact= 10",
        "impactBETWEEN2@10",
        "impactIN9,10",
        "impactNOT IN1,100",
        "active=true",
        "active!=false",
        "activeNOT INfalse",
        "opened_at=2024-05-17",
        "opened_atON2024-05-17",
        "opened_at>2024-05-16",
        "opened_at<=2024-05-17",
        "opened_atBETWEEN2024-05-16@2024-05-17",
        "opened_at<javascript:gs.hoursAgo(1)",
        "opened_atONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()",
        "group=g1",
        "group.name=hardware",
        "groupLIKEhard",
        "closed_atISEMPTY",
        "closed_atEMPTYSTRING",
        "closed_at=",
        "title!=",
        "titleISNOTEMPTY",
        "closed_atANYTHING",
        "titleNSAMEAScode",
        "impact=1^ORcode=HW^active=true",
        "impact=1^NQcode=HW",
      })
  void findsTheLaptop(String query) {
    assertThat(matches(query, LAPTOP)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code=hw",
        "impact>10",
        "impact<10",
        "impact!=10",
        "active=false",
        "opened_at>2024-05-17",
        "opened_at<2024-05-17",
        "group=Hardware",
        "titleLIKE10_",
        "titleISEMPTY",
        "titleNOT LIKElaptop",
        "titleINnew,laptop",
        "titleSAMEAScode",
        "code=HW^impact=1^ORimpact=2",
        "code=XX^NQimpact=1",
      })
  void doesNotFindTheLaptop(String query) {
    assertThat(matches(query, LAPTOP)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title=",
        "title!=x",
        "titleNOT INx,y",
        "titleINx,",
        "titleNOT LIKEx",
        "impact!=1",
        "opened_at!=2024-05-17",
        "group.name=",
        "group.name!=Hardware",
        "group.parent.nameISEMPTY",
        "active=false",
        "active!=true",
        "activeISEMPTY",
        "titleSAMEAScode",
        "titleNSAMEASparent.title",
        "parent.code=HW",
        "parent.group.name=Hardware",
      })
  void holdsForEmptyValuesAndDanglingReferences(String query) {
    assertThat(matches(query, BLANK)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title=x",
        "title>a",
        "title<z",
        "impact<1",
        "titleLIKEx",
        "titleNOT INx,",
        "title!="
      })
  void doesNotHoldForEmptyValues(String query) {
    assertThat(matches(query, BLANK)).isFalse();
  }

  @Test
  void seesWhatChanged() {
    TableRecord before = ticket("impact", "1", "title", "a");
    TableRecord after = ticket("impact", "2", "title", "a");

    assertThat(changes("impactVALCHANGES", before, after)).isTrue();
    assertThat(changes("titleVALCHANGES", before, after)).isFalse();
    assertThat(changes("impactCHANGESFROM1", before, after)).isTrue();
    assertThat(changes("impactCHANGESFROM2", before, after)).isFalse();
    assertThat(changes("impactCHANGESTO2", before, after)).isTrue();
    assertThat(changes("titleCHANGESTOa", before, after)).isFalse();
    assertThat(changes("impact=2^titleVALCHANGES^ORimpactCHANGESTO2", before, after)).isTrue();
  }

  @Test
  void everythingOfANewRecordWasEmptyBefore() {
    TableRecord created = ticket("impact", "2");

    assertThat(changes("impactVALCHANGES", null, created)).isTrue();
    assertThat(changes("impactCHANGESTO2", null, created)).isTrue();
    assertThat(changes("impactCHANGESFROM", null, created)).isTrue();
    assertThat(changes("titleVALCHANGES", null, created)).isFalse();
  }

  private boolean matches(String query, TableRecord record) {
    return matcher.matches(Query.parse(query), TicketTables.TICKET, record, record, lookup);
  }

  private boolean changes(String query, @Nullable TableRecord before, TableRecord after) {
    return matcher.matches(Query.parse(query), TicketTables.TICKET, after, before, lookup);
  }
}
