package dev.processsync.web;

/** The {@code type} of a refusal as the engine's REST API names it. */
public final class EngineType {

  private EngineType() {}

  /** What the engine's clients take for a refusal of this status. */
  public static String of(int statusCode) {
    if (statusCode == 403) {
      return "AuthorizationException";
    }
    return statusCode < 500 ? "InvalidRequestException" : "ProcessEngineException";
  }
}
