package dev.processsync.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What nobody foresaw: the caller gets a reference, the log gets the same reference and more. */
public final class Failures {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);
  private static final String OURS = "dev.processsync.";

  private Failures() {}

  /** Tells kind and place of the failure; messages may quote data, so they are for debugging. */
  public static String log(String method, String path, Throwable failure) {
    String reference = UUID.randomUUID().toString().replace("-", "");
    log.error(
        "Request {} failed: {} {}: {} at {}",
        reference,
        method,
        path.replaceAll("\\p{Cntrl}", " "),
        kinds(failure),
        place(failure).map(StackTraceElement::toString).orElse("?"));
    log.debug("Request {}", reference, failure);
    return reference;
  }

  public static String toCaller(String reference) {
    return "Something went wrong on our side; the log says more under the reference "
        + reference
        + ".";
  }

  private static String kinds(Throwable failure) {
    Throwable cause = failure.getCause();
    String kind = failure.getClass().getName();
    return cause == null || cause == failure ? kind : kind + ", because of " + kinds(cause);
  }

  private static Optional<StackTraceElement> place(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(element -> element.getClassName().startsWith(OURS))
        .findFirst();
  }
}
