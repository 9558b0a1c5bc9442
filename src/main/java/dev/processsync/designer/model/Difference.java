package dev.processsync.designer.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * One thing in which two models differ. How they are drawn is left out.
 *
 * @param element the id
 * @param name the element's name, its type if it has none
 * @param property what of the element changed, as {@code inputParameter fields / entry urgency};
 *     empty if the element itself came or went
 * @param before the value in the first model, empty if it had none
 * @param after the value in the second
 */
public record Difference(
    String element, String name, Change change, String property, String before, String after) {

  /** What became of it. */
  enum Change {
    ADDED,
    REMOVED,
    CHANGED;

    @JsonValue
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static List<Difference> between(Model first, Model second) {
    Map<String, ModelElement> before = first.elements();
    Map<String, ModelElement> after = second.elements();
    List<Difference> differences = new ArrayList<>();
    before.forEach(
        (id, element) -> {
          ModelElement now = after.get(id);
          if (now == null) {
            differences.add(whole(element, Change.REMOVED));
          } else {
            differences.addAll(of(element, now));
          }
        });
    after.forEach(
        (id, element) -> {
          if (!before.containsKey(id)) {
            differences.add(whole(element, Change.ADDED));
          }
        });
    return differences;
  }

  private static Difference whole(ModelElement element, Change change) {
    return new Difference(element.id(), element.title(), change, "", "", "");
  }

  private static List<Difference> of(ModelElement before, ModelElement after) {
    TreeSet<String> properties = new TreeSet<>(before.properties().keySet());
    properties.addAll(after.properties().keySet());
    List<Difference> differences = new ArrayList<>();
    for (String property : properties) {
      String was = before.properties().getOrDefault(property, "");
      String is = after.properties().getOrDefault(property, "");
      if (!Objects.equals(was, is)) {
        differences.add(
            new Difference(after.id(), after.title(), Change.CHANGED, property, was, is));
      }
    }
    return differences;
  }
}
