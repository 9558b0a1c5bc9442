package dev.processsync.inbound;

import org.jspecify.annotations.Nullable;

/**
 * A message as it arrives; the correlation ids are written from the receiver's side. Anything may
 * be missing: the {@link MessageValidator} looks.
 *
 * @param payload as JSON
 * @param problem what is wrong with the message's form, so that nothing in it can be relied on;
 *     null if nothing
 */
record Message(
    @Nullable String messageId,
    @Nullable String remoteSystem,
    @Nullable String processEvent,
    @Nullable String operation,
    @Nullable String localCorrelationId,
    @Nullable String remoteCorrelationId,
    long sequence,
    @Nullable String originInstance,
    long hops,
    @Nullable String payload,
    @Nullable String problem) {

  int size() {
    return payload == null ? 0 : payload.length();
  }
}
