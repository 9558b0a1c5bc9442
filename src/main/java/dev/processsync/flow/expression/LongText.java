package dev.processsync.flow.expression;

import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.impl.variable.serializer.PrimitiveValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Keeps texts that the engine's own column of 4,000 characters can't hold, such as payloads and
 * samples, as UTF-8 bytes. To models and to Cockpit they are strings like any other.
 */
public final class LongText extends PrimitiveValueSerializer<StringValue> {

  /** PostgreSQL counts characters, H2 too; a margin costs nothing. */
  private static final int LONGEST_SHORT_TEXT = 3_900;

  public LongText() {
    super(ValueType.STRING);
  }

  @Override
  public String getName() {
    return "long-string";
  }

  @Override
  protected boolean canWriteValue(TypedValue value) {
    return value.getValue() instanceof String text && text.length() > LONGEST_SHORT_TEXT;
  }

  @Override
  public StringValue convertToTypedValue(UntypedValueImpl untyped) {
    return Variables.stringValue((String) untyped.getValue(), untyped.isTransient());
  }

  @Override
  public void writeValue(StringValue value, ValueFields fields) {
    fields.setByteArrayValue(value.getValue().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public StringValue readValue(ValueFields fields, boolean asTransientValue) {
    return Variables.stringValue(
        new String(fields.getByteArrayValue(), StandardCharsets.UTF_8), asTransientValue);
  }
}
