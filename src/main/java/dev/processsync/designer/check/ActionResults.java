package dev.processsync.designer.check;

import dev.processsync.correlation.Correlation;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.Table;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.flow.Pills;
import dev.processsync.flow.action.CorrelationDetail;
import dev.processsync.flow.action.FoundRecord;
import dev.processsync.flow.payload.CaptureMetadata;
import dev.processsync.flow.payload.ChangedFields;
import dev.processsync.flow.payload.MalformedPayload;
import dev.processsync.flow.payload.Payload;
import dev.processsync.payload.CapturedPayload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What actions give to their step: values as a flow would have them, without content. */
@Component
public final class ActionResults {

  private final ElementTemplates templates;
  private final Dictionary dictionary;

  ActionResults(ElementTemplates templates, Dictionary dictionary) {
    this.templates = templates;
    this.dictionary = dictionary;
  }

  /** By name; empty where pills can't look into the value, or where it is not known. */
  Map<String, Optional<Pills>> of(DrawnStep step) {
    Map<String, Optional<Pills>> results = new LinkedHashMap<>();
    templates
        .of(step.action())
        .ifPresent(
            template -> template.results().forEach(name -> results.put(name, result(step, name))));
    return results;
  }

  private Optional<Pills> result(DrawnStep step, String name) {
    return switch (name) {
      case "changed_fields" -> changedFields(step.input("sample_payload"));
      case "capture_metadata" -> Optional.of(new CaptureMetadata("", ""));
      case "correlation" ->
          Optional.of(new CorrelationDetail(new Correlation("", "", "", "", "", "", true)));
      case "record" ->
          step.action().equals("lookUpRecords") ? record(step.input("table")) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Pills> changedFields(DrawnValue sample) {
    if (!sample.isLiteral()) {
      return Optional.empty();
    }
    Map<String, CapturedPayload.ChangedField> fields = new LinkedHashMap<>();
    names(sample.text())
        .forEach(name -> fields.put(name, new CapturedPayload.ChangedField(name, "", "")));
    return Optional.of(new ChangedFields(List.copyOf(fields.keySet()), fields));
  }

  /** An unreadable sample is told of at its step. */
  private static List<String> names(String sample) {
    try {
      return Payload.namesInSample(sample);
    } catch (MalformedPayload unreadable) {
      return List.of();
    }
  }

  private Optional<Pills> record(DrawnValue table) {
    return dictionary.find(table.text().strip()).map(ActionResults::record);
  }

  private static FoundRecord record(Table table) {
    return FoundRecord.of(table, new TableRecord(table.name(), Map.of()));
  }
}
