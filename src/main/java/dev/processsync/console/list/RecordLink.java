package dev.processsync.console.list;

import java.util.HashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** Where records and forms of new ones are. */
final class RecordLink {

  private RecordLink() {}

  static String of(String table, String sysId) {
    return UriComponentsBuilder.fromPath("/console/record/")
        .pathSegment(table, sysId)
        .encode()
        .toUriString();
  }

  /**
   * @param presets values of fields of the new record
   * @param from the page to come back to
   */
  static String ofNew(String table, Map<String, String> presets, String from) {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/console/record/").pathSegment(table, "new");
    presets.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    address.queryParam("from", "{from}");
    Map<String, Object> values = new HashMap<>(presets);
    values.put("from", from);
    return address.encode().buildAndExpand(values).toUriString();
  }
}
