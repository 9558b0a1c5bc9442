package dev.processsync.identity;

/** How somebody logged in: kept as the details of Spring Security's authentication. */
enum LoginWay {
  /** HTTP Basic with each request: a program. */
  API,
  /** The login page: a person, who waits for the answer. */
  CONSOLE
}
