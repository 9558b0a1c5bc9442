package dev.processsync.policy;

/**
 * How much one expression may be. Reading and evaluating them goes as deep as they are nested, and
 * must not come to the end of a thread's stack.
 */
final class ExpressionBounds {

  private static final int CHARACTERS = 2_000;
  private static final int NESTINGS = 60;
  private static final char OUTSIDE = ' ';
  private static final char INSIDE = '{';

  private ExpressionBounds() {}

  static boolean exceeded(String text) {
    char state = OUTSIDE;
    int begin = 0;
    int nestings = 0;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (state == OUTSIDE) {
        if (c == '{' && "$#".indexOf(text.charAt(i - 1)) >= 0) {
          state = INSIDE;
          begin = i;
          nestings = 0;
        }
        continue;
      }
      if (state != INSIDE) {
        state = c == state ? INSIDE : state; // the end of a quoted text
      } else if (c == '\'' || c == '"') {
        state = c;
      } else if (c == '}') {
        state = OUTSIDE;
      } else if ("([?".indexOf(c) >= 0) {
        nestings++;
      }
      if (nestings > NESTINGS || i - begin > CHARACTERS) {
        return true;
      }
    }
    return false;
  }
}
