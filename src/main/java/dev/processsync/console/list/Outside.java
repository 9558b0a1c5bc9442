package dev.processsync.console.list;

import java.util.Optional;
import java.util.Set;
import org.springframework.web.util.UriComponentsBuilder;

/** Where values lead that mean something other than a record: subflows, process instances. */
final class Outside {

  private static final Set<String> FLOWS =
      Set.of(
          "ih_sync_outbound_definition", "ih_sync_inbound_definition", "ih_sync_subflow_history");

  private Outside() {}

  static Optional<String> address(String table, String field, String value) {
    if (field.equals("flow_context")) {
      return Optional.of(
          path("/camunda/app/cockpit/default/")
              .fragment("/process-instance/" + value)
              .encode()
              .toUriString());
    }
    boolean isFlow = field.equals("subflow") && FLOWS.contains(table);
    if (isFlow || field.equals("error_subflow")) {
      return Optional.of(path("/console/subflows/").pathSegment(value).encode().toUriString());
    }
    return Optional.empty();
  }

  private static UriComponentsBuilder path(String path) {
    return UriComponentsBuilder.fromPath(path);
  }
}
