package dev.processsync.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a model that comes as bytes: its byte order mark counts first, then what came with
 * it, then its own declaration. Afterwards it is UTF-8 and says so, wherever it is kept.
 */
public final class ModelText {

  private static final Map<String, Charset> BYTE_ORDER_MARKS =
      Map.of(
          "EFBBBF", StandardCharsets.UTF_8,
          "FEFF", StandardCharsets.UTF_16BE,
          "FFFE", StandardCharsets.UTF_16LE);

  /** How {@code <?} begins where a character is more than a byte and no mark says so. */
  private static final Map<String, Charset> UNMARKED =
      Map.of("003C", StandardCharsets.UTF_16BE, "3C00", StandardCharsets.UTF_16LE);

  private static final Pattern DECLARATION =
      Pattern.compile(
          "^\\s*<\\?xml\\s+version\\s*=\\s*[\"'][^\"']*[\"']\\s+encoding\\s*=\\s*[\"']([^\"']*)[\"']");

  /** A declaration is at the beginning; the rest of a large model needn't be searched for it. */
  private static final int LONGEST_DECLARATION = 300;

  private ModelText() {}

  /**
   * @throws UnreadableXml if the bytes are not in the encoding that they say they are in
   */
  public static String of(byte[] bytes) {
    return of(bytes, null);
  }

  /**
   * @param told the encoding that the sender said beside the bytes, if it did
   */
  public static String of(byte[] bytes, @Nullable Charset told) {
    for (int length = 3; length > 1; length--) {
      Charset marked = BYTE_ORDER_MARKS.get(hex(bytes, length));
      if (marked != null) {
        return inUtf8(decode(Arrays.copyOfRange(bytes, length, bytes.length), marked));
      }
    }
    Charset wide = UNMARKED.get(hex(bytes, 2));
    if (wide != null) {
      return inUtf8(decode(bytes, wide));
    }
    // What programs send by default says less than a declaration that fits better.
    return inUtf8(
        Optional.ofNullable(told)
            .flatMap(charset -> tryDecode(bytes, charset))
            .orElseGet(() -> decode(bytes, declared(bytes))));
  }

  /** The same text, saying of itself that it is UTF-8 if it says anything. */
  public static String inUtf8(String text) {
    Matcher declaration =
        DECLARATION.matcher(text).region(0, Math.min(text.length(), LONGEST_DECLARATION));
    if (!declaration.find() || declaration.group(1).equalsIgnoreCase("UTF-8")) {
      return text;
    }
    return text.substring(0, declaration.start(1)) + "UTF-8" + text.substring(declaration.end(1));
  }

  private static Charset declared(byte[] bytes) {
    String beginning =
        new String(
            bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
    Matcher declaration = DECLARATION.matcher(beginning);
    if (!declaration.find()) {
      return StandardCharsets.UTF_8;
    }
    Charset charset = charset(declaration.group(1));
    // That the declaration can be read byte by byte proves that no character is wider. Programs
    // that write text and not bytes declare it nevertheless.
    boolean wide = charset.canEncode() && "<?xml".getBytes(charset).length > "<?xml".length();
    return wide ? StandardCharsets.UTF_8 : charset;
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new UnreadableXml(
          "It says that it is encoded in '%s', which is not known here: save it in UTF-8."
              .formatted(name));
    }
  }

  private static String decode(byte[] bytes, Charset charset) {
    return tryDecode(bytes, charset)
        .orElseThrow(
            () ->
                new UnreadableXml(
                    "It is not encoded in %s, as it says or as XML is that says nothing: save it in UTF-8."
                        .formatted(charset.name())));
  }

  private static Optional<String> tryDecode(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String hex(byte[] bytes, int length) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < Math.min(length, bytes.length); i++) {
      hex.append("%02X".formatted(bytes[i]));
    }
    return hex.toString();
  }
}
