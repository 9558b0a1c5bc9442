package dev.processsync.console.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.correlation.Correlations;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.query.Query;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What holds for every page, whoever added it: no page needs a test of its own for it. */
@InstanceTest
@BrowserTest
class EveryPageInBrowserTest {

  private static final int DESK = 1280;
  private static final int PHONE = 360;

  @Autowired private Records records;
  @Autowired private Dictionary dictionary;
  @Autowired private Correlations correlations;
  @LocalServerPort private int port;

  @BeforeEach
  void someRecords() {
    SyncSetup setup = new SyncSetup(records);
    TableRecord vendor = setup.activeRemoteSystem();
    setup.event(
        records.get(Actor.system(), "ih_sync_definition", vendor.get("definition")), "Request");
    TableRecord incident = setup.insert("incident", Map.of("short_description", "A laptop"));
    correlations.mint(vendor.sysId(), "incident", incident.sysId());
  }

  @Test
  void everyPlaceOfTheNavigationIsReadableOnEveryScreen(People people) {
    Person admin = people.at(port).logsIn();
    List<String> places = places(admin.page());
    assertThat(places).hasSizeGreaterThan(25);

    SoftAssertions.assertSoftly(
        softly -> places.forEach(place -> isReadableOnEveryScreen(softly, admin, place)));
  }

  @Test
  void theFormOfEveryTableIsReadableOnEveryScreen(People people) {
    Person admin = people.at(port).logsIn();

    SoftAssertions.assertSoftly(
        softly ->
            dictionary.tables().stream()
                .flatMap(this::form)
                .forEach(form -> isReadableOnEveryScreen(softly, admin, form)));
  }

  private static void isReadableOnEveryScreen(SoftAssertions softly, Person person, String path) {
    person.atWidth(DESK).inTheLight().opens(path);
    assertThat(person.heading()).isVisible();
    person.formIsReady();
    softly.assertThat(person.seriousViolations()).as(path).isEmpty();
    person.atWidth(PHONE).inTheDark();
    softly.assertThat(person.hasToScrollSideways()).as(path + " is too wide for a phone").isFalse();
    softly.assertThat(person.seriousViolations()).as(path + " on a phone in the dark").isEmpty();
  }

  /** Without Camunda's applications, which are not ours. */
  @SuppressWarnings("unchecked")
  private static List<String> places(Page page) {
    List<String> all =
        (List<String>)
            page.locator(".nav__item > a")
                .evaluateAll("links => links.map(link => link.getAttribute('href'))");
    return all.stream().filter(href -> href.startsWith("/console")).distinct().toList();
  }

  /** That of a record, or of a new one; of neither if none is there and people make none. */
  private Stream<String> form(Table table) {
    List<TableRecord> some = records.list(Actor.system(), table.name(), Query.EVERYTHING, 0, 1);
    if (!some.isEmpty()) {
      return Stream.of(RecordAddress.of(table.name(), some.get(0).sysId()));
    }
    return table.access().create().isEmpty()
        ? Stream.of()
        : Stream.of(RecordAddress.ofNew(table.name(), Map.of(), ""));
  }
}
