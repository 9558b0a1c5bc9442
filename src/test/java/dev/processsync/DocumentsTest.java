package dev.processsync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a newcomer reads: every link leads somewhere, every page can be reached. */
class DocumentsTest {

  private static final Path README = Path.of("README.md");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern OTHER_SITE = Pattern.compile("[a-z]+:.*");

  /** A link of a page to another file of this repository, or to a place within it. */
  private record Link(Path from, Path file, String anchor) {

    static Link of(Path from, String target) {
      String[] parts = target.split("#", 2);
      Path file = parts[0].isEmpty() ? from : from.resolveSibling(Path.of(parts[0])).normalize();
      return new Link(from, file, parts.length == 2 ? parts[1] : "");
    }

    boolean leadsSomewhere() {
      return Files.exists(file) && (anchor.isEmpty() || anchors(file).contains(anchor));
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<Link> broken =
        pages().stream()
            .flatMap(page -> links(page).stream())
            .filter(link -> !link.leadsSomewhere())
            .toList();

    assertThat(broken).isEmpty();
  }

  @Test
  void everyPageIsReachedFromTheFirst() throws IOException {
    Set<Path> reached = new HashSet<>();
    List<Path> open = new ArrayList<>(List.of(README));
    while (!open.isEmpty()) {
      Path page = open.remove(0);
      if (isPage(page) && reached.add(page)) {
        links(page).forEach(link -> open.add(link.file()));
      }
    }

    assertThat(reached).containsAll(pages());
  }

  @Test
  void theFirstPageIsShort() throws IOException {
    assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(150);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(Path.of(""));
        Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(top, docs).filter(DocumentsTest::isPage).toList();
    }
  }

  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md") && Files.exists(file);
  }

  private static List<Link> links(Path page) {
    return LINK.matcher(String.join("\n", prose(page)))
        .results()
        .map(found -> found.group(1))
        .filter(target -> !OTHER_SITE.matcher(target).matches())
        .map(target -> Link.of(page, target))
        .toList();
  }

  /** As GitHub names the headings of a page. */
  private static Set<String> anchors(Path page) {
    return prose(page).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /** Without examples of code, in which brackets and number signs mean something else. */
  private static List<String> prose(Path page) {
    List<String> lines = new ArrayList<>();
    boolean code = false;
    for (String line : read(page)) {
      if (line.stripLeading().startsWith("```")) {
        code = !code;
      } else if (!code) {
        lines.add(line.startsWith("#") ? line : line.replaceAll("`[^`]*`", "``"));
      }
    }
    return lines;
  }

  private static List<String> read(Path page) {
    try {
      return Files.readAllLines(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
