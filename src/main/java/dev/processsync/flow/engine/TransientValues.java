package dev.processsync.flow.engine;

import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Objects as variables of flows that end in the transaction that they began in: nobody will read
 * them from the database, so they are not written as JSON. A flow that waits after all is undone
 * and run by the engine with variables that last.
 */
final class TransientValues extends AbstractTypedValueSerializer<ObjectValue> {

  private final BooleanSupplier fleeting;
  private final String format;

  /**
   * @param fleeting whether the flow that is being run ends in its transaction
   * @param format the engine's default format: of several serializers that could, it takes the
   *     first of this format
   */
  TransientValues(BooleanSupplier fleeting, String format) {
    super(ValueType.OBJECT);
    this.fleeting = fleeting;
    this.format = format;
  }

  @Override
  public String getName() {
    return "fleeting-object";
  }

  @Override
  public String getSerializationDataformat() {
    return format;
  }

  @Override
  protected boolean canWriteValue(TypedValue value) {
    return fleeting.getAsBoolean()
        && value.getValue() != null
        && (value instanceof ObjectValue || value.getType() == null);
  }

  @Override
  public ObjectValue convertToTypedValue(UntypedValueImpl untyped) {
    return Variables.objectValue(untyped.getValue(), untyped.isTransient()).create();
  }

  @Override
  public void writeValue(ObjectValue value, ValueFields fields) {
    // The value itself is kept by the variable for as long as the transaction lasts.
  }

  @Override
  public ObjectValue readValue(ValueFields fields, boolean deserialize, boolean asTransientValue) {
    throw new IllegalStateException(
        "Variable '%s' was not kept: its flow should have ended".formatted(fields.getName()));
  }
}
