package dev.processsync.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What went wrong in all pages of one browser: scripts that threw, what the browser's console calls
 * an error, and parts of pages that could not be fetched.
 */
final class Complaints {

  /** Refusals that a test provokes are no complaint; answers of 500 and more are. */
  private static final Pattern REFUSED =
      Pattern.compile("Failed to load resource.*status of 4\\d\\d.*");

  /** What a page is made of, in the browser's words: there is no good reason to refuse it. */
  private static final Set<String> PARTS = Set.of("script", "stylesheet", "image", "font");

  /** A page that is left doesn't wait for the rest of its parts. */
  private static final String LEFT = "net::ERR_ABORTED";

  private final BrowserContext context;
  private final List<String> all = new CopyOnWriteArrayList<>();
  private final List<String> expected = new ArrayList<>();

  Complaints(BrowserContext context) {
    this.context = context;
    context.onConsoleMessage(this::hear);
    context.onWebError(error -> all.add("A script broke: " + error.error()));
    context.onRequestFailed(this::missing);
    context.onResponse(this::refused);
    context.onPage(page -> page.onCrash(crashed -> all.add("A page crashed: " + crashed.url())));
  }

  private void hear(ConsoleMessage message) {
    if (message.type().equals("error") && !REFUSED.matcher(message.text()).matches()) {
      all.add(message.text());
    }
  }

  private void missing(Request request) {
    if (PARTS.contains(request.resourceType()) && !LEFT.equals(request.failure())) {
      all.add("A part is missing: " + request.url() + ": " + request.failure());
    }
  }

  private void refused(Response answer) {
    if (answer.status() >= 400 && PARTS.contains(answer.request().resourceType())) {
      all.add("A part is missing: " + answer.url() + ": " + answer.status());
    }
  }

  void expect(String words) {
    expected.add(words);
  }

  /** Those that were not expected, and what was expected and did not come. */
  List<String> unexpected() {
    List<String> heard = heard();
    Stream<String> surprises =
        heard.stream().filter(each -> expected.stream().noneMatch(each::contains));
    Stream<String> missed =
        expected.stream()
            .filter(words -> heard.stream().noneMatch(each -> each.contains(words)))
            .map(words -> "Expected, but nothing complained of: " + words);
    return Stream.concat(surprises, missed).toList();
  }

  /** The browser's answer to a question comes after all that it said before. */
  private List<String> heard() {
    context.cookies();
    return List.copyOf(all);
  }
}
