package dev.processsync.console.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the page of a record is. */
public final class RecordAddress {

  private RecordAddress() {}

  /**
   * @return a path, encoded
   */
  public static String of(String table, String sysId) {
    return UriComponentsBuilder.fromPath("/console/record/")
        .pathSegment(table, sysId)
        .encode()
        .build()
        .toUriString();
  }

  /**
   * The page of a record that is yet to be created.
   *
   * @param presets values by field name that the form begins with
   * @param from the console's path to go to when it is created, empty for the list of the table
   * @return a path, encoded
   */
  public static String ofNew(String table, Map<String, String> presets, String from) {
    Map<String, String> parameters = new LinkedHashMap<>(presets);
    if (!from.isEmpty()) {
      parameters.put("from", from);
    }
    UriComponentsBuilder address =
        UriComponentsBuilder.fromPath("/console/record/").pathSegment(table, "new");
    parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(parameters).toUriString();
  }
}
