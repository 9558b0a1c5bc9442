package dev.processsync.payload;

import dev.processsync.transaction.UnitOfWork;
import java.util.HashMap;
import java.util.Map;

/** Payloads that the current transaction has read: whoever needs one again gets it as it is. */
public final class ParsedPayloads implements UnitOfWork.Part {

  private static final UnitOfWork.Key<ParsedPayloads> KEY = new UnitOfWork.Key<>();

  private final Map<String, CapturedPayload> byText = new HashMap<>();

  private ParsedPayloads() {}

  /**
   * As {@link CapturedPayload#parse}, but once in a transaction.
   *
   * @throws InvalidPayload saying what is wrong with it
   */
  public static CapturedPayload of(String json) {
    return UnitOfWork.current()
        .map(unit -> unit.part(KEY, ParsedPayloads::new).read(json))
        .orElseGet(() -> CapturedPayload.parse(json));
  }

  private CapturedPayload read(String json) {
    CapturedPayload known = byText.get(json);
    if (known == null) {
      known = CapturedPayload.parse(json);
      byText.put(json, known);
    }
    return known;
  }
}
