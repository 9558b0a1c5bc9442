package dev.processsync.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The accessibility checks of axe-core, which npm brings with the console's libraries. */
final class Axe {

  private static final Path SCRIPT = Path.of("target/console/node_modules/axe-core/axe.min.js");

  private static final String JUDGE =
      """
      async () => {
        const found = await axe.run(document, {
          resultTypes: ['violations'],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
        });
        return found.violations
          .filter((violation) => ['serious', 'critical'].includes(violation.impact))
          .map((violation) => `${violation.id}: ${violation.help} at `
            + violation.nodes.slice(0, 5).map((node) => `${node.target} (${node.html.slice(0, 160)})`).join(' | '));
      }
      """;

  private Axe() {}

  @SuppressWarnings("unchecked")
  static List<String> seriousViolations(Page page) {
    if (!(boolean) page.evaluate("typeof axe === 'object'")) {
      load(page);
    }
    return (List<String>) page.evaluate(JUDGE);
  }

  private static void load(Page page) {
    try {
      page.evaluate(Files.readString(SCRIPT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
