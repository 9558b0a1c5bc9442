package dev.processsync.storage;

import dev.processsync.problem.InvalidQuery;
import dev.processsync.support.ShortText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in an order as text for a URL: the order's hash, then each value with a byte before it
 * that says whether there is one. Whoever makes one up gets no more than another place.
 */
public final class Cursor {

  /** Ten texts of a hundred characters take less, whatever the script. */
  private static final int MOST_CHARACTERS = 10_000;

  private static final int LAST_YEAR = 9999;

  private Cursor() {}

  static String write(String order, List<@Nullable Object> place) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(order.hashCode());
      for (Object value : place) {
        out.writeBoolean(value != null);
        if (value != null) {
          write(out, value);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /**
   * @param types of the values that make a place in this order
   * @throws InvalidQuery if the cursor is broken or of another order
   */
  public static List<@Nullable Object> read(
      String cursor, String order, List<? extends Class<?>> types) {
    if (cursor.length() > MOST_CHARACTERS) {
      throw broken(cursor);
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor)))) {
      if (in.readInt() != order.hashCode()) {
        throw broken(cursor);
      }
      List<@Nullable Object> place = new ArrayList<>();
      for (Class<?> type : types) {
        place.add(in.readBoolean() ? read(in, type) : null);
      }
      if (in.read() >= 0) {
        throw broken(cursor);
      }
      return place;
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw broken(cursor);
    }
  }

  private static void write(DataOutputStream out, Object value) throws IOException {
    if (value instanceof Long number) {
      out.writeLong(number);
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (value instanceof LocalDateTime moment) {
      out.writeLong(moment.toEpochSecond(ZoneOffset.UTC));
    } else {
      out.writeUTF((String) value); // keeps half a character, which H2 may cut off, as it is
    }
  }

  private static Object read(DataInputStream in, Class<?> type) throws IOException {
    if (type == Long.class) {
      return in.readLong();
    } else if (type == Boolean.class) {
      return in.readBoolean();
    } else if (type == LocalDateTime.class) {
      LocalDateTime moment = LocalDateTime.ofEpochSecond(in.readLong(), 0, ZoneOffset.UTC);
      if (moment.getYear() < 1 || moment.getYear() > LAST_YEAR) {
        throw new DateTimeException("not a year that can be stored");
      }
      return moment;
    }
    String text = in.readUTF();
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("can't be stored");
    }
    return text;
  }

  private static InvalidQuery broken(String cursor) {
    return new InvalidQuery(
        ShortText.of(cursor, 80),
        "it is no place in this list in this order; begin at the first page.");
  }
}
