package dev.processsync.query;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A field, or a field of a record that it refers to: {@code state}, {@code assignment_group.name}.
 *
 * @param names the fields to walk through, the one meant last
 */
public record FieldPath(List<String> names) {

  /** The most references that a path walks through. */
  public static final int MAX_WALK = 5;

  /** What a path is made of; whether it is one, the constructor tells. */
  static final Pattern CHARACTERS = Pattern.compile("[a-z0-9_.]+");

  private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

  /**
   * @throws IllegalArgumentException if it is none or walks too far
   */
  public FieldPath {
    names = List.copyOf(names);
    String path = Texts.brief(String.join(".", names));
    if (names.size() > MAX_WALK + 1) {
      throw new IllegalArgumentException(
          "'%s' walks through %d references; at most %d are allowed"
              .formatted(path, names.size() - 1, MAX_WALK));
    }
    if (names.isEmpty() || !names.stream().allMatch(name -> NAME.matcher(name).matches())) {
      throw new IllegalArgumentException(
          "'%s' is no field name; one has lower-case letters, digits and '_', with '.' to walk"
              .formatted(path));
    }
  }

  /** Reads {@code assignment_group.name}. */
  public static FieldPath of(String path) {
    return new FieldPath(List.of(path.split("\\.", -1)));
  }

  /** Whether it leads to another record. */
  public boolean walks() {
    return names.size() > 1;
  }

  @Override
  public String toString() {
    return String.join(".", names);
  }
}
