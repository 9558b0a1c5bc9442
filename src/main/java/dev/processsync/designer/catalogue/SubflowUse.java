package dev.processsync.designer.catalogue;

import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.TableRecord;
import dev.processsync.flow.deployment.UsedModels;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** Who needs a subflow. */
@Component
class SubflowUse implements UsedModels {

  /** The fields that name a subflow by its key. */
  private static final Map<String, String> REFERRING =
      Map.of(
          "ih_sync_outbound_definition", "subflow",
          "ih_sync_inbound_definition", "subflow",
          "ih_sync_remote_system", "error_subflow");

  private final Records records;
  private final Dictionary dictionary;
  private final Published published;

  SubflowUse(Records records, Dictionary dictionary, Published published) {
    this.records = records;
    this.dictionary = dictionary;
    this.published = published;
  }

  /** A sentence's object that names one user of the subflow; empty if it has none. */
  Optional<String> of(String key) {
    return REFERRING.entrySet().stream()
        .flatMap(
            referring -> {
              List<TableRecord> users =
                  records.findBy(
                      Actor.system(), referring.getKey(), Map.of(referring.getValue(), key));
              String label = dictionary.require(referring.getKey()).label();
              return users.stream().map(user -> label + " " + user.sysId());
            })
        .sorted()
        .findFirst();
  }

  @Override
  public Map<String, String> published() {
    Map<String, String> used = new TreeMap<>();
    published.all().stream()
        .filter(definition -> published.kind(definition).isPresent())
        .map(ProcessDefinition::getKey)
        .forEach(key -> of(key).ifPresent(user -> used.put(key, user)));
    return used;
  }
}
