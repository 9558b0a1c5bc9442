package dev.processsync.demo;

/**
 * The secrets of one instance. Never part of a log line or of {@link #toString()}.
 *
 * @param admin for the user admin
 * @param api for the user whose login the other instance uses
 * @param runAs for the user that inbound flows run as
 */
record Passwords(String admin, String api, String runAs) {

  @Override
  public String toString() {
    return "Passwords[hidden]";
  }
}
