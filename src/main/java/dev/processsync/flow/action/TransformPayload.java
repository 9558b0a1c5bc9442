package dev.processsync.flow.action;

import dev.processsync.flow.payload.ChangedFields;
import dev.processsync.flow.payload.Payload;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Transform Payload from Inbound Sample: {@code payload} and {@code sample_payload} in; {@code
 * capture_metadata}, {@code changed_fields}, {@code attachment_metadata}, {@code error_message}
 * out.
 */
@Component("transformPayload")
class TransformPayload implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    Step step = new Step(execution);
    List<String> sample = Payload.namesInSample(step.optional("sample_payload"));
    Payload payload = Payload.read(step.text("payload"));
    step.put("capture_metadata", payload.metadata())
        .put("changed_fields", new ChangedFields(sample, payload.fields()))
        .put("attachment_metadata", payload.attachments())
        .put("error_message", "");
  }
}
