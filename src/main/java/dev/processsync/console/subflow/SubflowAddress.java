package dev.processsync.console.subflow;

import org.springframework.web.util.UriComponentsBuilder;

/** Where the Flow Designer is. */
public final class SubflowAddress {

  private SubflowAddress() {}

  /**
   * The designer with one subflow.
   *
   * @return a path, encoded
   */
  public static String of(String key) {
    return UriComponentsBuilder.fromPath("/console/subflows/{key}")
        .encode()
        .buildAndExpand(key)
        .toUriString();
  }

  /**
   * The list of subflows of a kind.
   *
   * @param kind outbound, inbound or error
   */
  public static String ofKind(String kind) {
    return "/console/subflows?kind=" + kind;
  }
}
