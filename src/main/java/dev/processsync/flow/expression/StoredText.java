package dev.processsync.flow.expression;

/** Texts from outside as a column of the engine can hold them. */
public final class StoredText {

  /** What stands for a character that PostgreSQL keeps in no text. */
  private static final char REPLACEMENT = '\uFFFD';

  private StoredText() {}

  /**
   * @param longest in UTF-16 units, which H2 counts; PostgreSQL, counting characters, takes more
   */
  public static String of(String text, int longest) {
    String storable = text.replace('\0', REPLACEMENT);
    if (storable.length() <= longest) {
      return storable;
    }
    int end = longest - 1;
    return storable.substring(
            0, Character.isHighSurrogate(storable.charAt(end - 1)) ? end - 1 : end)
        + "…";
  }
}
