package dev.processsync.login;

/** What a password is asked for: kept as the details of Spring Security's authentication. */
enum LoginWay {
  /** HTTP Basic with each request: a program. */
  API,
  /** The login page: a person, who waits for the answer. */
  CONSOLE,
  /** Somebody who has logged in asks the engine whether a password is right. */
  ENGINE;

  boolean isLogin() {
    return this != ENGINE;
  }
}
