package dev.processsync.login;

import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One check for all who try the same password at the same time: a program that begins with twenty
 * requests at once has not tried twenty passwords.
 */
final class SameTries {

  private final ConcurrentHashMap<String, CompletableFuture<Boolean>> running =
      new ConcurrentHashMap<>();

  boolean once(byte[] credentials, String source, Supplier<Boolean> check) {
    String key = Base64.getEncoder().encodeToString(credentials) + source;
    CompletableFuture<Boolean> own = new CompletableFuture<>();
    CompletableFuture<Boolean> others = running.putIfAbsent(key, own);
    if (others != null) {
      return answer(others);
    }
    try {
      own.complete(check.get());
    } catch (RuntimeException | Error e) {
      own.completeExceptionally(e);
      throw e;
    } finally {
      running.remove(key, own);
    }
    return answer(own);
  }

  private static boolean answer(CompletableFuture<Boolean> check) {
    try {
      return check.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof TooManyTries tooMany) {
        throw tooMany;
      }
      throw e;
    }
  }
}
