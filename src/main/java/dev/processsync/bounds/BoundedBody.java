package dev.processsync.bounds;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A body with a size, a time and a place. Who may send how much is asked when the first byte is
 * read, which is after the login was checked. Where it goes beyond, the caller is answered at once,
 * whoever reads here is told that the body ended, and what it then says is not heard.
 */
final class BoundedBody extends ServletInputStream {

  private static final Duration UNHEARD_TIME = Duration.ofSeconds(5);

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final ServletInputStream body;
  private final Places places;
  private final Hearing hearing;
  private final RequestProperties properties;
  private @Nullable BodyLimit limit;
  private @Nullable String place;
  private boolean senderIsGone;
  private @Nullable Refusal refusal;
  private Duration time = Duration.ZERO;
  private long openedNanos;
  private long read;

  BoundedBody(
      HttpServletRequest request,
      HttpServletResponse response,
      Places places,
      Hearing hearing,
      RequestProperties properties)
      throws IOException {
    this.request = request;
    this.response = response;
    this.body = request.getInputStream();
    this.places = places;
    this.hearing = hearing;
    this.properties = properties;
  }

  boolean isRefused() {
    return refusal != null;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (refusal != null) {
      throw ended(refusal);
    }
    if (length == 0) {
      return 0;
    }
    BodyLimit most = opened();
    if (elapsed().compareTo(time) > 0) {
      throw refused(Refusal.tooSlow(time.toSeconds()));
    }
    int count;
    try {
      count = body.read(into, offset, length);
    } catch (SocketTimeoutException silent) {
      throw refused(Refusal.tooSlow(elapsed().toSeconds()));
    } catch (IOException broken) {
      throw refused(Refusal.broken());
    }
    if (count < 0) {
      leave();
      return count;
    }
    read += count;
    if (read > most.bytes()) {
      throw refused(Refusal.tooLarge(most));
    }
    if (body.isFinished()) {
      leave(); // not everybody reads on to be told so
    }
    return count;
  }

  private BodyLimit opened() throws IOException {
    if (openedNanos == 0) {
      Caller caller = Caller.of(request);
      BodyLimit most = limit;
      if (most == null) {
        most = caller.isLoggedIn() ? BodyLimit.of(request) : BodyLimit.STRANGER;
        limit = most;
      }
      openedNanos = System.nanoTime();
      time = caller.isLoggedIn() ? properties.bodyTime() : properties.loginBodyTime();
      if (!places.take(caller.name())) {
        throw refused(Refusal.tooMany(properties.bodiesPerCaller()));
      }
      place = caller.name();
      if (request.getContentLengthLong() > most.bytes()) {
        throw refused(Refusal.tooLarge(most));
      }
    }
    return Objects.requireNonNull(limit, "limit");
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - openedNanos);
  }

  IOException refused(Refusal why) throws IOException {
    refusal = why;
    why.write(response);
    return ended(why);
  }

  private static IOException ended(Refusal why) {
    return new EOFException(why.detail());
  }

  /**
   * The request was worked on. What is left of its body is read for a moment, and only while its
   * sender has a place and was not heard out too often: then the connection ends.
   *
   * @param isAnswered whether nobody behind this writes an answer any more
   */
  void finish(boolean isAnswered) {
    try {
      if (!body.isFinished() && mayGoOn()) {
        String caller = Objects.requireNonNull(place, "place");
        if (isAnswered) {
          response.flushBuffer();
        }
        if (hearing.isGranted(caller)) {
          skipTheRest(caller);
        } else {
          hearing.deter();
        }
      }
    } catch (IOException gone) {
      senderIsGone = true; // and nobody has to be heard out
    } finally {
      leave();
    }
  }

  /** Whether its sender was found gone after the request was worked on. */
  boolean isSenderGone() {
    return senderIsGone;
  }

  private boolean mayGoOn() {
    if (request.getHeader("Expect") != null && read == 0) {
      return false; // it waits to be asked for the body
    }
    if (place == null) {
      Caller caller = Caller.of(request);
      place = places.take(caller.name()) ? caller.name() : null;
    }
    return place != null;
  }

  private void skipTheRest(String caller) throws IOException {
    byte[] unheard = new byte[8 * 1024];
    long started = System.nanoTime();
    int count = 0;
    while (count >= 0
        && hearing.count(caller, count)
        && System.nanoTime() - started < TimeUnit.SECONDS.toNanos(UNHEARD_TIME.toSeconds())) {
      count = body.read(unheard);
    }
  }

  private void leave() {
    if (place != null) {
      places.leave(place);
      place = null;
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public int available() throws IOException {
    return refusal == null && openedNanos != 0 ? body.available() : 0;
  }

  /** Bodies are read by the thread that answers; nothing here reads otherwise. */
  @Override
  public void setReadListener(ReadListener listener) {
    throw new IllegalStateException("a body is read by the thread that answers its request");
  }
}
