package dev.processsync.console.list;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.processsync.InstanceTest;
import dev.processsync.browser.BrowserTest;
import dev.processsync.browser.People;
import dev.processsync.browser.Person;
import dev.processsync.dictionary.SysId;
import dev.processsync.queue.EntryRows;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Lists as people work with them. */
@InstanceTest
@BrowserTest
class ListInBrowserTest {

  private static final String QUEUE = "ih_sync_outbound_queue";

  @Autowired Records records;
  @Autowired DSLContext sql;
  @LocalServerPort int port;

  /** What the records of one test have in common. */
  private final String mark = SysId.next();

  @Test
  void sortsByAColumnAndTurnsPagesAndGoesBack(People people) {
    incidents(25);
    Page page = lists(people, "incident", "short_descriptionLIKE" + mark).page();

    button(page, "Number").click();
    assertThat(page.locator("th[aria-sort=ascending]")).hasText(Pattern.compile("\\s*Number\\s*"));
    page.getByLabel("Next page").click();
    assertThat(page.locator(".list__range")).hasText("21 to 25 of 25");
    page.goBack();
    assertThat(page.locator(".list__range")).hasText("1 to 20 of 25");
    page.getByLabel("Records per page").selectOption("50");
    assertThat(page.locator(".list__range")).hasText("1 to 25 of 25");
    page.getByLabel("Records per page").selectOption("20");
    assertThat(page.locator(".list__range")).hasText("1 to 20 of 25");
  }

  @Test
  void buildsAFilterOfConditionsAndCutsItAtTheBreadcrumb(People people) {
    incidents(3);
    Page page = lists(people, "incident", "").page();
    button(page, "Filter").click();
    page.getByLabel("Field of condition 1").selectOption("Short description");
    page.getByLabel("Operator of condition 1").selectOption("contains");
    page.getByLabel("Value of condition 1").fill(mark);
    button(page, "And after condition 1").click();
    page.getByLabel("Field of condition 2").selectOption("Assignment group");
    page.getByLabel("Field of condition 2, field of Assignment group").selectOption("Name");
    page.getByLabel("Operator of condition 2").selectOption("starts with");
    page.getByLabel("Value of condition 2").fill("Hard");
    button(page, "Or after condition 2").click();
    page.getByLabel("Field of condition 2, or 1").selectOption("State");
    page.getByLabel("Operator of condition 2, or 1").selectOption("is one of");
    page.getByLabel("Value of condition 2, or 1").selectOption(new String[] {"New", "On Hold"});
    button(page, "Run").click();

    Locator crumbs = page.getByRole(AriaRole.NAVIGATION, named("Filter")).getByRole(AriaRole.LINK);
    assertThat(crumbs)
        .hasText(
            new String[] {
              "All",
              "Short description contains " + mark,
              "Assignment group.Name starts with Hard or State is one of New, On Hold"
            });
    assertThat(page.locator(".list__range")).hasText("1 to 3 of 3");
    crumbs.nth(1).click();
    assertThat(crumbs).hasCount(2);
  }

  @Test
  void namesSeveralRecordsInOneCondition(People people) {
    String[] groups = {"One " + mark, "Two " + mark, "Three " + mark};
    for (String group : groups) {
      records.insert(Actor.system(), "sys_user_group", Map.of("name", group));
    }
    Page page = lists(people, "incident", "short_description=" + mark).page();
    button(page, "Filter").click();
    button(page, "And after condition 1").click();
    page.getByLabel("Field of condition 2").selectOption("Assignment group");
    page.getByLabel("Operator of condition 2").selectOption("is one of");
    for (String group : groups) {
      Locator box = page.getByRole(AriaRole.COMBOBOX, named("Value of condition 2"));
      box.pressSequentially(group);
      page.getByRole(AriaRole.LISTBOX).getByText(group).click();
    }
    button(page, "Take out " + groups[1]).click();
    button(page, "Run").click();

    assertThat(page.getByRole(AriaRole.NAVIGATION, named("Filter")))
        .containsText("Assignment group is one of " + groups[0] + ", " + groups[2]);
    button(page, "Filter").click();
    assertThat(button(page, "Take out " + groups[2])).isVisible();
    assertThat(button(page, "Take out " + groups[1])).hasCount(0);
  }

  @Test
  void writesEveryQueryAsItWasRead(People people) {
    Person admin = people.at(port).logsIn();
    String user =
        records.findBy(Actor.system(), "sys_user", Map.of("user_name", "admin")).get(0).sysId();
    for (String query :
        new String[] {
          "state=1",
          "state!=1^ORstate=2^NQpriority<=3^active=true",
          "caller_id=" + user + "^caller_id.emailENDSWITH@example.com",
          "short_descriptionLIKEa^^b^^^^c",
          "short_description=",
          "short_descriptionNOT LIKEx^numberISNOTEMPTY^categoryISEMPTY^numberANYTHING",
          "stateIN1,2,99^priorityNOT IN1,2",
          "priorityBETWEEN1@3^sys_mod_count>5",
          "sys_created_onBETWEEN2024-01-01 00:00:00@2024-02-01 12:30:15",
          "sys_created_onONToday@javascript:gs.beginningOfToday()@javascript:gs.endOfToday()",
          "sys_created_on>javascript:gs.dateGenerate('2024-01-01','start')^due_dateON2024-05-17",
          "opened_bySAMEASclosed_by^caller_idNSAMEASopened_by",
          "short_description>m^numberEMPTYSTRING",
          "active=1^NQactive=false",
          "problem_id.opened_by.name=somebody",
          "caller_idIN" + user + ",gone",
        }) {
      admin.opens("/console/list/incident?sysparm_query=" + encoded(query + "^ORDERBYnumber"));
      Page page = admin.page();
      button(page, "Filter").click();
      // The new page's address may be the old one's.
      page.evaluate("document.body.id = 'old-page'");
      button(page, "Run").click();
      assertThat(page.locator("#old-page")).hasCount(0);
      String written =
          (String) page.evaluate("new URLSearchParams(location.search).get('sysparm_query')");
      assertThat(written).isEqualTo(query + "^ORDERBYnumber");
      assertThat(page.locator("#list-holder > .list")).hasAttribute("data-conditions", query);
    }
  }

  @Test
  void keepsWhatItHasNoControlsForAsText(People people) {
    Page page = lists(people, "incident", "short_description>m^state=1").page();
    button(page, "Filter").click();

    Locator raw = page.getByLabel("Encoded condition 1");
    assertThat(raw).hasValue("short_description>m");
    raw.fill("short_description<m");
    button(page, "Remove condition 2").click();
    button(page, "Run").click();

    assertThat(page.locator("#list-holder > .list"))
        .hasAttribute("data-conditions", "short_description<m");
  }

  @Test
  void choosesColumnsAndTheirOrderByKeyboard(People people) {
    Person admin = lists(people, "problem", "");
    records.insert(Actor.system(), "problem", Map.of("short_description", mark));
    admin.opens("/console/list/problem");
    Page page = admin.page();
    button(page, "Choose columns").press("Enter");
    page.getByLabel(Pattern.compile("^Short description ")).press("Space");
    button(page, "Move State up").press("Enter");
    assertThat(button(page, "Move State up")).isFocused();
    button(page, "Move State up").press("Enter");
    button(page, "Save").press("Enter");

    Locator headings = page.locator(".list__sort span");
    assertThat(headings.nth(1)).hasText("State");
    admin.opens("/console/list/problem");
    assertThat(headings.nth(1)).hasText("State");
    assertThat(button(page, "Short description")).hasCount(0);

    button(page, "Choose columns").click();
    button(page, "Use the default").click();
    assertThat(headings.nth(1)).hasText("Short description");
  }

  @Test
  void deletesWhatIsSelectedAfterAsking(People people) {
    incidents(3);
    Page page = lists(people, "incident", "short_descriptionLIKE" + mark).page();
    page.getByLabel("Select all on this page").check();
    page.getByLabel(Pattern.compile("^Select INC")).first().uncheck();
    assertThat(page.getByText("2 selected")).isVisible();

    button(page, "Delete").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("Delete 2 records?");
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete")).click();

    assertThat(page.getByText("2 of 2 records deleted.")).isVisible();
    assertThat(page.locator(".list__range")).hasText("1 to 1 of 1");
  }

  @Test
  void saysWhichCouldNotBeDeletedAndWhy(People people) {
    Actor system = Actor.system();
    String user =
        records
            .insert(
                system,
                "sys_user",
                Map.of("user_name", "u" + mark.substring(20), "user_password", "long enough 1"))
            .sysId();
    String role = records.findBy(system, "sys_user_role", Map.of("name", "itil")).get(0).sysId();
    records.insert(system, "sys_user_has_role", Map.of("user", user, "role", role));
    Page page = lists(people, "sys_user_role", "name=itil").page();

    page.getByLabel("Select itil").check();
    button(page, "Delete").click();
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
        .click();

    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("1 not deleted");
    assertThat(page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.ROW)).hasCount(2);
  }

  @Test
  void skipsAllQueueRecordsOfAFilter(People people) {
    for (int i = 0; i < 30; i++) {
      entry("error");
    }
    entry("processed");
    Page page = lists(people, QUEUE, "local_record=" + mark.substring(0, 30)).page();

    page.getByLabel("Select all on this page").check();
    button(page, "Select all 31 of this filter").click();
    button(page, "Skip").click();
    page.getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Skip"))
        .click();

    assertThat(page.getByText("30 of 31 skipped.")).isVisible();
    assertThat(page.locator("tbody .badge--skipped")).hasCount(19);
  }

  @Test
  void followsWhatHappensAndKeepsWhatIsSelected(People people) {
    String first = entry("processed");
    Page page = lists(people, QUEUE, "local_record=" + mark.substring(0, 30)).page();
    assertThat(button(page, "Live")).hasAttribute("aria-pressed", "true");
    Locator box = page.locator("#select-" + first);
    box.check();
    box.focus();

    String second = entry("processed");

    assertThat(page.locator("#select-" + second)).isVisible();
    assertThat(box).isChecked();
    assertThat(box).isFocused();
    assertThat(page.getByText("1 selected")).isVisible();
  }

  @Test
  void isReadableForEverybodyOnEveryScreen(People people) {
    incidents(2);
    Person admin = lists(people, "incident", "short_descriptionLIKE" + mark + "^state=1");
    button(admin.page(), "Filter").click();
    assertThat(admin.page().getByLabel("Field of condition 2")).isVisible();
    admin.page().getByLabel("Select all on this page").check();

    assertThat(admin.seriousViolations()).isEmpty();
    admin.inTheDark();
    assertThat(admin.seriousViolations()).isEmpty();
    admin.atWidth(360);
    assertThat(admin.hasToScrollSideways()).isFalse();
    assertThat(admin.seriousViolations()).isEmpty();
  }

  /** Files do not travel yet. */
  @Test
  void offersNoFieldThatDoesNothingYet(People people) {
    Page page = lists(people, "ih_sync_capture_definition", "").page();
    page.locator("#filter-toggle").click();
    Locator fields = page.getByLabel("Field of condition 1").locator("option");
    assertThat(fields.filter(text("Include fields"))).hasCount(1);
    assertThat(fields.filter(text("Include attachments"))).hasCount(0);
    assertThat(page.getByLabel("Search in").locator("option").filter(text("Include attachments")))
        .hasCount(0);

    button(page, "Choose columns").click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog.getByLabel("Include fields").first()).isVisible();
    assertThat(dialog.getByLabel("Include attachments")).hasCount(0);
  }

  private Person lists(People people, String table, String query) {
    return people
        .at(port)
        .logsIn()
        .opens("/console/list/" + table + "?sysparm_query=" + encoded(query));
  }

  private void incidents(int count) {
    for (int i = 0; i < count; i++) {
      records.insert(Actor.system(), "incident", Map.of("short_description", i + " " + mark));
    }
  }

  /** One that nothing works on. */
  private String entry(String status) {
    return new EntryRows(sql, Clock.systemUTC())
        .insert(QUEUE, mark.substring(0, 30), status, "transmit", Duration.ZERO);
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
