package dev.processsync.designer.catalogue;

import dev.processsync.designer.model.SampleText;
import dev.processsync.designer.model.SubflowProblem.InvalidSubflow;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a copy is to be called; what is left out is derived from what is copied. */
record NewSubflow(
    @Schema(description = "Lower-case words joined by hyphens; its process gets this id.")
        @Nullable String key,
    @Nullable String name) {

  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST_KEY = 64;
  private static final int LONGEST_NAME = 255;

  String keyFor(String source, Predicate<String> taken) {
    return key == null ? free("copy-of-" + source, "-", "", taken) : valid(key);
  }

  String nameFor(String source, Predicate<String> taken) {
    if (name == null || name.isBlank()) {
      return free("Copy of " + source, " (", ")", taken);
    }
    if (name.length() > LONGEST_NAME) {
      throw new InvalidSubflow("The name is longer than %d characters.".formatted(LONGEST_NAME));
    }
    return validName(name.strip());
  }

  private static String validName(String name) {
    if (name.codePoints().anyMatch(each -> each < ' ' || !SampleText.isHarmless(each))) {
      throw new InvalidSubflow(
          "The name has a line break, a control character or half a character: names are one line of text.");
    }
    if (IntStream.range(0, name.length()).anyMatch(i -> SampleText.beginsExpression(name, i))) {
      throw new InvalidSubflow(
          "The name has '${' or '#{', which begin an expression in a model: leave them out.");
    }
    return name;
  }

  private static String valid(String key) {
    if (key.length() > LONGEST_KEY || !KEBAB_CASE.matcher(key).matches()) {
      throw new InvalidSubflow(
          "The key must be lower-case words joined by hyphens, such as request-hardware-inbound,"
              + " and at most %d characters.".formatted(LONGEST_KEY));
    }
    return key;
  }

  /** The first of "x", "x (2)", "x (3)", … that is free. */
  private static String free(String wish, String before, String after, Predicate<String> taken) {
    return Stream.iterate(1, number -> number + 1)
        .map(number -> number == 1 ? wish : wish + before + number + after)
        .filter(taken.negate())
        .findFirst()
        .orElseThrow();
  }
}
