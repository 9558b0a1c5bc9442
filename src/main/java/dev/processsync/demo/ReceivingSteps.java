package dev.processsync.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Steps 38–44 and 45–51: the inbound subflows, which map what arrives to this side's fields. */
final class ReceivingSteps {

  static final String INBOUND_TEMPLATE = "inbound-flow-template-basic";

  static final Map<String, String> REQUEST_MAPPING =
      inOrder(
          "short_description", "short_description",
          "description", "short_description",
          "assignment_group", "assignment_group",
          "urgency", "severity",
          "state", "state");
  static final Map<String, String> FULFILMENT_MAPPING =
      inOrder(
          "state", "state",
          "resolved_by", "resolved_by",
          "close_notes", "close_notes",
          "close_code", "close_code");

  private final Instance instance;
  private final String receives;
  private final SubflowCopy copy;

  ReceivingSteps(Instance instance, String receives) {
    this.instance = instance;
    this.receives = receives;
    this.copy = new SubflowCopy(instance, INBOUND_TEMPLATE, Definitions.key(receives, "inbound"));
  }

  static List<Step> ofTheVendor(Instance b) {
    ReceivingSteps at = new ReceivingSteps(b, Instance.REQUEST_HARDWARE);
    return List.of(
        new Step(38, b, "open the definition", () -> Definitions.open(b)),
        new Step(39, b, "copy the inbound template", at::makeCopy),
        new Step(40, b, "set the sample payload", () -> at.setSample("request-hardware.json")),
        new Step(41, b, "map Create Incident Record", () -> at.mapCreate(REQUEST_MAPPING)),
        new Step(42, b, "map Update Incident Record", () -> at.mapUpdate(REQUEST_MAPPING)),
        new Step(43, b, "publish the subflow", at::publish),
        new Step(44, b, "create the Inbound Flow", at::bind));
  }

  /**
   * In step 51 the tutorial names the other instance's definition; the one opened in 45 is meant.
   */
  static List<Step> ofTheCustomer(Instance a) {
    ReceivingSteps at = new ReceivingSteps(a, Instance.HARDWARE_REQUEST_FULFILLED);
    return List.of(
        new Step(45, a, "open the definition", () -> Definitions.open(a)),
        new Step(46, a, "copy the inbound template", at::makeCopy),
        new Step(
            47, a, "set the sample payload", () -> at.setSample("hardware-request-fulfilled.json")),
        new Step(48, a, "map Update Incident Record", () -> at.mapUpdate(FULFILMENT_MAPPING)),
        new Step(49, a, "delete the Else", at::deleteElse),
        new Step(50, a, "publish the subflow", at::publish),
        new Step(51, a, "create the Inbound Flow", at::bind));
  }

  private String makeCopy() {
    return copy.make(Definitions.INBOUND_COPY);
  }

  private String setSample(String resource) {
    String sample = sample(resource);
    copy.edit(model -> model.withSamplePayload(sample));
    return "set the sample payload of " + copy.key();
  }

  private String mapCreate(Map<String, String> mapping) {
    copy.edit(model -> model.withMapping(SubflowModel.CREATE, mapping));
    return "Create Incident Record sets " + told(mapping);
  }

  private String mapUpdate(Map<String, String> mapping) {
    copy.edit(model -> model.withMapping(SubflowModel.UPDATE, mapping));
    return "Update Incident Record sets " + told(mapping);
  }

  private static String told(Map<String, String> mapping) {
    return mapping.entrySet().stream()
        .map(entry -> entry.getKey() + " ← " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private String deleteElse() {
    copy.edit(SubflowModel::withoutElse);
    return "deleted the Else of " + copy.key() + ": it updates, and creates nothing";
  }

  private String publish() {
    return "subflow " + copy.key() + ": " + copy.publish();
  }

  private String bind() {
    return Definitions.bind(instance, "Inbound Flow", "ih_sync_inbound_definition", receives, copy);
  }

  /** One of the tutorial's two sample payloads, as the tutorial prints it. */
  static String sample(String resource) {
    try (InputStream in = ReceivingSteps.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> inOrder(String... fieldAndPill) {
    Map<String, String> mapping = new LinkedHashMap<>();
    for (int i = 0; i < fieldAndPill.length; i += 2) {
      mapping.put(fieldAndPill[i], fieldAndPill[i + 1]);
    }
    return mapping;
  }
}
