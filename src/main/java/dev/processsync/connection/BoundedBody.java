package dev.processsync.connection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads an answer as text and stops at a limit, so that nobody can fill our memory. */
final class BoundedBody implements BodySubscriber<String> {

  /** The answer was longer than the limit. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;
  }

  private final long limit;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final CompletableFuture<String> text = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  /**
   * @param limit in bytes
   */
  BoundedBody(long limit) {
    this.limit = limit;
  }

  @Override
  public CompletionStage<String> getBody() {
    return text;
  }

  @Override
  public void onSubscribe(Subscription newSubscription) {
    subscription = newSubscription;
    newSubscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      if (received.size() + (long) bytes.length > limit) {
        if (subscription != null) {
          subscription.cancel();
        }
        text.completeExceptionally(new TooLong());
        return;
      }
      received.writeBytes(bytes);
    }
  }

  @Override
  public void onError(Throwable problem) {
    text.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    text.complete(received.toString(StandardCharsets.UTF_8));
  }
}
