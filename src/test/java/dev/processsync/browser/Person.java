package dev.processsync.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import dev.processsync.InstanceTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Somebody at a browser, who finds things by what they are called: buttons and links by their
 * names, fields by their labels.
 */
public final class Person {

  /** How long the browser waits for what a step needs: a machine may be slow, and busy besides. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final int DESK_WIDTH = 1280;
  private static final int DESK_HEIGHT = 900;

  private final String url;
  private final BrowserContext context;
  private final Complaints complaints;
  private Page page;

  Person(Browser browser, String url) {
    this.url = url;
    this.context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(url)
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true)
                .setViewportSize(DESK_WIDTH, DESK_HEIGHT));
    context.setDefaultTimeout(PATIENCE.toMillis());
    this.complaints = new Complaints(context);
    this.page = context.newPage();
  }

  /** The administrator of {@link InstanceTest}. */
  public Person logsIn() {
    return logsIn("admin", InstanceTest.ADMIN_PASSWORD);
  }

  public Person logsIn(String userName, String password) {
    page.navigate("/login");
    fills("User ID", userName);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
    presses("Log in");
    page.waitForURL(Pattern.compile(Pattern.quote(url) + "/(console)?(\\?.*)?"));
    return this;
  }

  /** Lets this instance's pages write and read what this person copies. */
  public Person mayUseTheClipboard() {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    return this;
  }

  /** Opens a page by its address: {@code /console/list/incident}. */
  public Person opens(String path) {
    page.navigate(path);
    return this;
  }

  /**
   * Goes through the navigation as the tutorial says it: {@code "IntegrationHub"}, {@code "Remote
   * Process Sync"}, {@code "Correlations"}.
   */
  public Person navigatesTo(String... path) {
    Locator place =
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Applications"));
    String whole = String.join(" ", path).replaceAll("\\s+", " ");
    place.locator(".nav__item[data-path=\"" + whole + "\"] > a").click();
    return this;
  }

  public Person fills(String label, String value) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
    return this;
  }

  public Person presses(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
    return this;
  }

  public Person follows(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click();
    return this;
  }

  /**
   * Presses Escape until a menu is gone: a menu of the modeler takes the focus a moment before it
   * listens for that key, so that whoever is faster than the page is drawn has to press it again.
   */
  public Person leaves(Locator menu) {
    await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .until(
            () -> {
              page.keyboard().press("Escape");
              return menu.count() == 0;
            });
    return this;
  }

  /** The page, for whatever has no word here. */
  public Page page() {
    return page;
  }

  /** What the page is called on itself. */
  public Locator heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  /** Waits for a record's form to show its fields, if there is one. */
  public void formIsReady() {
    assertThat(page.locator("#record-form[aria-busy=true]")).hasCount(0);
  }

  /** Closes the tab, whatever it held, and goes on in another. */
  public Person closesTheTab() {
    page.close();
    page = context.newPage();
    return this;
  }

  /** What went wrong in this browser so far, and was not to be expected. */
  List<String> complaints() {
    return complaints.unexpected();
  }

  /**
   * For a test that provokes a complaint: whatever contains these words doesn't fail it, and
   * something has to.
   */
  public Person expectsComplaint(String words) {
    complaints.expect(words);
    return this;
  }

  /** What axe finds serious or critical on the page as it is now: empty if nothing. */
  public List<String> seriousViolations() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    return Axe.seriousViolations(page);
  }

  /** Sits at a screen of another size from now on. */
  public Person atWidth(int pixels) {
    page.setViewportSize(pixels, DESK_HEIGHT);
    return this;
  }

  /** Prefers dark from now on. */
  public Person inTheDark() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    return this;
  }

  /** Prefers light from now on, as everybody does at first. */
  public Person inTheLight() {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    return this;
  }

  /** Whether the page stays wider than the screen: charts take a moment to follow. */
  public boolean hasToScrollSideways() {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    try {
      await().atMost(PATIENCE).pollInSameThread().until(this::fits);
      return false;
    } catch (ConditionTimeoutException stillTooWide) {
      return true;
    }
  }

  private boolean fits() {
    return (boolean)
        page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth");
  }

  /** Takes a picture of the page as it is now. */
  public void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  void leave() {
    context.close();
  }
}
