package dev.processsync.designer.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.processsync.designer.Subflow;
import dev.processsync.designer.model.Model;
import dev.processsync.designer.model.SampleText;
import dev.processsync.designer.model.SubflowProblem.InvalidSubflow;
import dev.processsync.handshake.NoRemoteSample;
import dev.processsync.handshake.RemoteSamples;
import dev.processsync.payload.CapturedPayload;
import dev.processsync.payload.InvalidPayload;
import dev.processsync.record.CurrentActor;
import dev.processsync.record.Records;
import java.io.IOException;
import java.util.Objects;
import org.springframework.stereotype.Service;

/**
 * Sample payloads without pasting (steps 40 and 47): from the other instance, from a message that
 * came, or given. The draft gets it; no transaction is open while another instance is asked.
 */
@Service
class Samples {

  /** Longer ones are real data, which does not belong into a model. */
  private static final int LONGEST = 100_000;

  private final Catalogue catalogue;
  private final NewestModels newest;
  private final Records records;
  private final RemoteSamples remoteSamples;
  private final CurrentActor actor;
  private final ObjectMapper json;

  Samples(
      Catalogue catalogue,
      NewestModels newest,
      Records records,
      RemoteSamples remoteSamples,
      CurrentActor actor,
      ObjectMapper json) {
    this.catalogue = catalogue;
    this.newest = newest;
    this.records = records;
    this.remoteSamples = remoteSamples;
    this.actor = actor;
    this.json = json;
  }

  /** Puts a sample into every transform action of the subflow's draft, which is made if need be. */
  Subflow take(String key, NewSample from) {
    String before = newest.bpmn(key);
    return catalogue.edit(
        key, Model.parse(before).withSample(pretty(valid(text(from)))), ModelVersion.of(before));
  }

  private String text(NewSample from) {
    JsonNode payload = from.payload();
    if (payload != null && !payload.isNull()) {
      return payload.isTextual() ? payload.asText() : payload.toString();
    }
    String message = Objects.requireNonNullElse(from.queueRecord(), "");
    if (!message.isBlank()) {
      return records.get(actor.get(), "ih_sync_inbound_queue", message).get("payload");
    }
    String remote = Objects.requireNonNullElse(from.remoteSystem(), "");
    String event = Objects.requireNonNullElse(from.processEvent(), "");
    if (remote.isBlank() || event.isBlank()) {
      throw new InvalidSubflow(
          "Give a payload, or a queue_record, or a remote_system and the name of its process_event.");
    }
    try {
      return remoteSamples.of(actor.get(), remote, event).toJson();
    } catch (NoRemoteSample none) {
      throw new InvalidSubflow(String.valueOf(none.getMessage()));
    }
  }

  private static String valid(String sample) {
    if (sample.length() > LONGEST) {
      throw new InvalidSubflow(
          "A sample of %,d characters is too long: %,d are the most."
              .formatted(sample.length(), LONGEST));
    }
    try {
      CapturedPayload.parseSample(sample);
    } catch (InvalidPayload e) {
      throw new InvalidSubflow(String.valueOf(e.getMessage()));
    }
    return sample;
  }

  private String pretty(String sample) {
    try {
      return SampleText.of(json.readTree(sample).toPrettyString().replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new IllegalStateException("a valid payload is no JSON", e);
    }
  }
}
