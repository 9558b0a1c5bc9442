package dev.processsync.settings;

import static dev.processsync.settings.Property.CAPTURE_NON_INTERACTIVE;
import static dev.processsync.settings.Property.CONNECTION_RETRY_INTERVAL;
import static dev.processsync.settings.Property.CONNECTION_RETRY_TIMES;
import static dev.processsync.settings.Property.DELETES_PER_MINUTE;
import static dev.processsync.settings.Property.FLOW_CONTEXT_REPORTING;
import static dev.processsync.settings.Property.FLOW_TIME_LIMIT;
import static dev.processsync.settings.Property.INBOUND_RETRY_INTERVAL;
import static dev.processsync.settings.Property.INBOUND_RETRY_TIMES;
import static dev.processsync.settings.Property.MAX_HOPS;
import static dev.processsync.settings.Property.OUTBOUND_RETRY_INTERVAL;
import static dev.processsync.settings.Property.OUTBOUND_RETRY_TIMES;
import static dev.processsync.settings.Property.PURGE_BATCH_SIZE;
import static dev.processsync.settings.Property.PURGE_INBOUND_ERROR;
import static dev.processsync.settings.Property.PURGE_INBOUND_PROCESSED;
import static dev.processsync.settings.Property.PURGE_INBOUND_READY;
import static dev.processsync.settings.Property.PURGE_INBOUND_SKIPPED;
import static dev.processsync.settings.Property.PURGE_OUTBOUND_ERROR;
import static dev.processsync.settings.Property.PURGE_OUTBOUND_PROCESSED;
import static dev.processsync.settings.Property.PURGE_OUTBOUND_READY;
import static dev.processsync.settings.Property.PURGE_OUTBOUND_SKIPPED;
import static dev.processsync.settings.Property.PURGE_TIME;
import static dev.processsync.settings.Property.QUEUE_BATCH_SIZE;
import static dev.processsync.settings.Property.RECEIPTS_INTERVAL;
import static dev.processsync.settings.Property.RECEIPTS_OVERDUE;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * All properties as they were at one moment, each within its limits.
 *
 * @param outboundRetry of a flow of the outbound queue that failed
 * @param inboundRetry of a flow of the inbound queue that failed
 * @param connectionRetry of a connection to a remote system
 * @param flowTimeLimit how long a flow may run without a break
 * @param batchSize flows run in one transaction while all goes well
 * @param captureNonInteractive whether changes that no person at a browser made are captured, too
 * @param contextReporting whether the engine keeps the history of every flow
 * @param deletesPerMinute how many deletes of one remote system need nobody to look at them
 * @param maxHops how often a change that arrives may have been sent from one instance to another
 */
public record DeliverySettings(
    Retry outboundRetry,
    Retry inboundRetry,
    Retry connectionRetry,
    Duration flowTimeLimit,
    int batchSize,
    boolean captureNonInteractive,
    boolean contextReporting,
    int deletesPerMinute,
    int maxHops,
    ReceiptSettings receipts,
    PurgeSettings purge) {

  /**
   * @param values by the properties' names; what is missing, or not allowed, is as by default
   */
  public static DeliverySettings of(Map<String, String> values) {
    return from(
        property -> {
          String value = values.get(property.key());
          return value == null
              ? property.byDefault()
              : property.read(value).orElse(property.byDefault());
        });
  }

  private static DeliverySettings from(Function<Property, String> value) {
    Numbers of = property -> Integer.parseInt(value.apply(property));
    return new DeliverySettings(
        of.retry(OUTBOUND_RETRY_TIMES, OUTBOUND_RETRY_INTERVAL),
        of.retry(INBOUND_RETRY_TIMES, INBOUND_RETRY_INTERVAL),
        of.retry(CONNECTION_RETRY_TIMES, CONNECTION_RETRY_INTERVAL),
        Duration.ofSeconds(of.number(FLOW_TIME_LIMIT)),
        of.number(QUEUE_BATCH_SIZE),
        Boolean.parseBoolean(value.apply(CAPTURE_NON_INTERACTIVE)),
        Boolean.parseBoolean(value.apply(FLOW_CONTEXT_REPORTING)),
        of.number(DELETES_PER_MINUTE),
        of.number(MAX_HOPS),
        new ReceiptSettings(
            Duration.ofSeconds(of.number(RECEIPTS_INTERVAL)),
            Duration.ofSeconds(of.number(RECEIPTS_OVERDUE))),
        new PurgeSettings(
            new PurgeAges(
                of.number(PURGE_OUTBOUND_PROCESSED),
                of.number(PURGE_OUTBOUND_SKIPPED),
                of.number(PURGE_OUTBOUND_ERROR),
                of.number(PURGE_OUTBOUND_READY)),
            new PurgeAges(
                of.number(PURGE_INBOUND_PROCESSED),
                of.number(PURGE_INBOUND_SKIPPED),
                of.number(PURGE_INBOUND_ERROR),
                of.number(PURGE_INBOUND_READY)),
            of.number(PURGE_BATCH_SIZE),
            of.number(PURGE_TIME)));
  }

  private interface Numbers {
    int number(Property property);

    default Retry retry(Property times, Property interval) {
      return new Retry(number(times), Duration.ofSeconds(number(interval)));
    }
  }
}
