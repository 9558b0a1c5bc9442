package dev.processsync.console.conflict;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody chose of a conflict.
 *
 * @param values as the conflict's record takes them
 */
record Choice(String conflict, Map<String, String> values) {

  /**
   * Reads what the page's form sends: {@code choice.<conflict>}, and {@code own.<conflict>} if that
   * is {@code own}.
   *
   * @return without those that nobody chose
   */
  static List<Choice> of(Map<String, String> form) {
    String all = form.getOrDefault("all", "");
    return form.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("conflict."))
        .map(Map.Entry::getValue)
        .flatMap(conflict -> of(conflict, all, form))
        .toList();
  }

  private static Stream<Choice> of(String conflict, String all, Map<String, String> form) {
    return switch (all.isEmpty() ? form.getOrDefault("choice." + conflict, "") : all) {
      case "local" -> Stream.of(new Choice(conflict, Map.of("outcome", "local")));
      case "remote" -> Stream.of(new Choice(conflict, Map.of("outcome", "remote")));
      case "own" ->
          Stream.of(
              new Choice(
                  conflict,
                  Map.of(
                      "outcome",
                      "local",
                      "local_value",
                      form.getOrDefault("own." + conflict, "").replace("\r\n", "\n"))));
      default -> Stream.empty();
    };
  }
}
