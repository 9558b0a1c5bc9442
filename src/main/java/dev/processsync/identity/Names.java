package dev.processsync.identity;

import java.util.regex.Pattern;

/** What logins, roles and groups may be called: they are ids in the engine, too. */
public final class Names {

  /** No colon, which ends the login in HTTP Basic authentication. */
  public static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@+'-]{0,63}");

  static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@+'&(),-]{0,63}");

  static final Pattern ROLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private Names() {}
}
