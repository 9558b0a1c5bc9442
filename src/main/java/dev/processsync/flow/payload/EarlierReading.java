package dev.processsync.flow.payload;

import dev.processsync.payload.CapturedPayload;
import dev.processsync.transaction.UnitOfWork;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping would have made of a payload's earlier values: while it is read, captured fields
 * stand for what they were before. Says also what was read, so that it can be told what the outcome
 * depends on.
 */
public final class EarlierReading implements UnitOfWork.Part {

  private static final UnitOfWork.Key<EarlierReading> KEY = new UnitOfWork.Key<>();

  private boolean readsFields;
  private boolean readsUntold;
  private boolean readsChanged;
  private boolean readsUnknown;
  private Optional<Object> value = Optional.empty();

  private EarlierReading() {}

  /**
   * Evaluates an expression of a mapping, inside of a transaction.
   *
   * @param expression gives what the mapping would give now
   */
  public static EarlierReading of(Supplier<@Nullable Object> expression) {
    EarlierReading reading = new EarlierReading();
    UnitOfWork.required()
        .with(KEY, reading, () -> reading.value = Optional.ofNullable(expression.get()));
    reading.value.ifPresent(reading::readWhole);
    return reading;
  }

  private void readWhole(Object whole) {
    if (whole instanceof ChangedField field) {
      value = Optional.of(read(field));
    }
  }

  /** The field as it is asked for now. */
  static ChangedField of(ChangedField field) {
    return UnitOfWork.find(KEY).map(reading -> reading.read(field)).orElse(field);
  }

  private ChangedField read(ChangedField field) {
    readsFields = true;
    CapturedPayload.ChangedField captured = field.captured();
    if (captured == null || captured.changed() == null) {
      readsUntold = true;
      return field;
    }
    readsChanged |= captured.changed();
    Optional<ChangedField> earlier = captured.previously().map(ChangedField::of);
    readsUnknown |= earlier.isEmpty();
    return earlier.orElse(field);
  }

  /** Whether it depends on captured fields, of all of which the sender says what happened. */
  public boolean isTold() {
    return readsFields && !readsUntold;
  }

  /** Whether a field that it depends on was changed. */
  public boolean isChanged() {
    return readsChanged;
  }

  /** What the mapping would have given; empty if that is not known. */
  public Optional<Object> value() {
    return readsUnknown ? Optional.empty() : value;
  }
}
