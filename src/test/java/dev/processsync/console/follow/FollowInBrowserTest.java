package dev.processsync.console.follow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import dev.processsync.InstanceTest;
import dev.processsync.SyncSetup;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.correlation.Correlations;
import dev.processsync.record.Records;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Following a record and its remote systems, as people click through it. */
@InstanceTest
@BrowserTest
class FollowInBrowserTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Path PICTURES = Path.of("target/browser");

  @Autowired private Records records;
  @Autowired private Correlations correlations;
  @Autowired private DSLContext sql;
  @Autowired private Clock clock;
  @LocalServerPort private int port;

  private Exchanged exchanged;

  @BeforeEach
  void exchange() {
    exchanged = new Exchanged(records, correlations, sql, clock);
  }

  @Test
  void showsOnAnIncidentWhatWasSentAndWhatChanged(People people) {
    sent("A mouse");
    sent("Two mice");
    exchanged.entry(Exchanged.OUTBOUND, "error", "engine", Map.of("error_info", "No such user"));
    Person admin = people.at(port).logsIn().opens(incident());
    Locator last = entry(admin.page(), "Sent to").first();

    last.getByText("Payload").click();

    assertThat(last.getByRole(AriaRole.ROW).filter(with("Short description")))
        .containsText("Two mice");
    assertThat(last.getByRole(AriaRole.ROW).filter(with("Short description")))
        .containsText("A mouse");
    assertThat(entry(admin.page(), "Not sent to")).containsText("No such user");
    admin.picture(PICTURES.resolve("follow.png"));
    assertThat(admin.seriousViolations()).isEmpty();
    admin.inTheDark();
    assertThat(admin.seriousViolations()).isEmpty();
    assertThat(admin.atWidth(360).hasToScrollSideways()).isFalse();
  }

  @Test
  void showsByItselfThatAWaitingEntryWasProcessed(People people) {
    sent("A mouse");
    String waiting = exchanged.entry(Exchanged.OUTBOUND, "ready", "engine", Map.of());
    Person admin = people.at(port).logsIn().opens(incident());
    Locator before = entry(admin.page(), "Sent to").first();
    before.getByText("Payload").click();
    assertThat(entry(admin.page(), "To be sent to")).isVisible();

    sql.execute(
        "update process_sync.ih_sync_outbound_queue set status = 'processed', stage = 'done'"
            + " where sys_id = ?",
        waiting);

    assertThat(entry(admin.page(), "To be sent to")).hasCount(0);
    assertThat(entry(admin.page(), "Sent to")).hasCount(2);
    assertThat(entry(admin.page(), "Sent to").last().getByText("Short description")).isVisible();
  }

  @Test
  void showsWhatHasBecomeOfAMessageAndByItselfThatItWasRepaired(People people) {
    sent("A mouse", "applied", "INC0010007", "");
    sent(
        "Two mice",
        "conflict",
        "INC0010007",
        "urgency was changed there, too: the value there counts.");
    sent("Three mice", "skipped", "", "Not for us");
    String failed = sent("Four mice", "error", "", "After 4 tries: No such user");
    Person admin = people.at(port).logsIn().opens(incident());
    String vendor = exchanged.vendor.get("name");

    assertThat(entry(admin.page(), "Sent to").last())
        .containsText("Applied at " + vendor + " as INC0010007.");
    Locator last = entry(admin.page(), "Sent to").first();
    assertThat(last).containsText("Failed there");
    assertThat(last).containsText("After 4 tries: No such user");
    admin.page().locator(".follow__list").scrollIntoViewIfNeeded();
    admin.picture(PICTURES.resolve("receipts.png"));
    assertThat(admin.seriousViolations()).isEmpty();
    admin.inTheDark();
    assertThat(admin.seriousViolations()).isEmpty();

    sql.execute(
        "update process_sync.ih_sync_outbound_queue set receipt = 'applied', receipt_info = '',"
            + " remote_number = 'INC0010008' where sys_id = ?",
        failed);

    assertThat(last).containsText("Applied at " + vendor + " as INC0010008.");
  }

  private String sent(String description, String receipt, String number, String info) {
    return exchanged.entry(
        Exchanged.OUTBOUND,
        "processed",
        "done",
        Map.of(
            "payload",
            Exchanged.payload(description),
            "receipt",
            receipt,
            "remote_number",
            number,
            "receipt_info",
            info));
  }

  @Test
  void showsAnAgentHowItWentWithoutLinks(People people) {
    sent("A mouse");
    String agent = exchanged.setup.user("agent", "itil").get("user_name");

    Person somebody = people.at(port).logsIn(agent, SyncSetup.PASSWORD).opens(incident());

    Locator sent = entry(somebody.page(), "Sent to");
    assertThat(sent).containsText("Processed");
    assertThat(sent.getByRole(AriaRole.LINK)).hasCount(0);
    assertThat(sent.getByText("Payload")).hasCount(0);
  }

  @Test
  void keepsStarredPagesOnTopOfTheNavigation(People people) {
    String agent = exchanged.setup.user("agent", "itil").get("user_name");
    Person somebody = people.at(port).logsIn(agent, SyncSetup.PASSWORD);
    Page page = somebody.page();
    Locator favourites = page.locator("#favourites");
    assertThat(favourites).isHidden();

    star(page, "Incidents").click();
    star(page, "Problems").click();
    assertThat(star(page, "Incidents")).hasAttribute("aria-pressed", "true");
    Locator up =
        favourites.getByRole(
            AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Move up: Problems"));
    page.waitForResponse(
        kept -> kept.url().endsWith("/favourites") && keeps(kept, "Problems.*Incidents"),
        up::click);
    assertThat(favourites.getByRole(AriaRole.LINK)).hasText(new String[] {"Problems", "Incidents"});
    assertThat(somebody.seriousViolations()).isEmpty();

    somebody.opens("/console");
    assertThat(favourites.getByRole(AriaRole.LINK)).hasText(new String[] {"Problems", "Incidents"});
    star(page, "Problems").click();
    assertThat(favourites.getByRole(AriaRole.LINK)).hasText(new String[] {"Incidents"});
  }

  @Test
  void leadsBackToARecordThatWasLookedAt(People people) {
    Person admin = people.at(port).logsIn();
    admin.page().waitForResponse("**/console/preferences/history", () -> admin.opens(incident()));

    admin.opens("/console");

    Locator lately = admin.page().getByRole(AriaRole.REGION, named("Looked at lately"));
    lately.getByRole(AriaRole.LINK).first().click();
    assertThat(admin.page()).hasURL("http://localhost:" + port + incident());
  }

  @Test
  void drawsTheStateOfTheQueuesForEverybody(People people) {
    sent("A mouse");
    Person admin = people.at(port).logsIn().opens("/console/queue-state");
    Page page = admin.page();

    assertThat(page.getByRole(AriaRole.IMG, named("Bars: entries processed"))).isVisible();
    page.getByText("The charts as a table").click();
    assertThat(page.locator("#hours-table tr")).hasCount(24);
    admin.presses("Pause refresh");
    assertThat(page.locator("#live")).hasAttribute("aria-pressed", "true");
    admin.picture(PICTURES.resolve("queue-state.png"));
    assertThat(admin.seriousViolations()).isEmpty();
    admin.inTheDark();
    admin.picture(PICTURES.resolve("queue-state-dark.png"));
    assertThat(admin.seriousViolations()).isEmpty();
    assertThat(admin.atWidth(360).hasToScrollSideways()).isFalse();
    admin.picture(PICTURES.resolve("queue-state-narrow.png"));
  }

  @Test
  void drawsTheChartsAnewEachTimeTheNumbersAreNew(People people) {
    Person admin = people.at(port).logsIn().opens("/console/queue-state");
    Page page = admin.page();
    assertThat(page.locator("#hours-table tr")).hasCount(24);
    long before = sent(page);

    exchanged.entry(
        Exchanged.OUTBOUND,
        "processed",
        "done",
        Map.of("processed_at", LocalDateTime.now(clock).minusSeconds(1)));

    await().atMost(PATIENCE).pollInSameThread().until(() -> sent(page) > before);
    admin.inTheDark();
    page.waitForResponse("**/console/queue-state/part", () -> {});
    assertThat(page.locator("#hours-table tr")).hasCount(24);
  }

  @Test
  void welcomesEverybodyWithAPageThatFits(People people) {
    Person admin = people.at(port).logsIn();
    admin.picture(PICTURES.resolve("home.png"));
    assertThat(admin.seriousViolations()).isEmpty();
    admin.inTheDark();
    assertThat(admin.seriousViolations()).isEmpty();
    assertThat(admin.atWidth(360).hasToScrollSideways()).isFalse();
    admin.picture(PICTURES.resolve("home-narrow.png"));
  }

  /** What the charts say was sent in all hours together. */
  private static long sent(Page page) {
    return page.locator("#hours-table td:nth-child(2)").allTextContents().stream()
        .map(number -> number.replace(",", "").replace("–", "0"))
        .mapToLong(Long::parseLong)
        .sum();
  }

  private String incident() {
    return "/console/record/incident/" + exchanged.incident.sysId();
  }

  private void sent(String description) {
    exchanged.entry(
        Exchanged.OUTBOUND, "processed", "done", Map.of("payload", Exchanged.payload(description)));
  }

  private static Locator entry(Page page, String title) {
    Locator called =
        page.locator(
            "strong",
            new Page.LocatorOptions().setHasText(Pattern.compile("^" + title + " Other instance")));
    return page.locator(".follow__item").filter(new Locator.FilterOptions().setHas(called));
  }

  private static Locator star(Page page, String label) {
    return page.locator(".nav__section:not(#favourites)")
        .getByRole(
            AriaRole.BUTTON,
            new Locator.GetByRoleOptions().setName("Favourite: " + label).setExact(true));
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static boolean keeps(Response kept, String places) {
    String said = kept.request().postData();
    return said != null && Pattern.compile(places).matcher(said).find();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
