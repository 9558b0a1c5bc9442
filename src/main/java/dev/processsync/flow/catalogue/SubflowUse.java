package dev.processsync.flow.catalogue;

import dev.processsync.table.Actor;
import dev.processsync.table.Dictionary;
import dev.processsync.table.Records;
import dev.processsync.table.TableRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who needs a subflow. */
@Component
class SubflowUse {

  /** The fields that name a subflow by its key. */
  private static final Map<String, String> REFERRING =
      Map.of(
          "ih_sync_outbound_definition", "subflow",
          "ih_sync_inbound_definition", "subflow",
          "ih_sync_remote_system", "error_subflow");

  private final Records records;
  private final Dictionary dictionary;

  SubflowUse(Records records, Dictionary dictionary) {
    this.records = records;
    this.dictionary = dictionary;
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
}
