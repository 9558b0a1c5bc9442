package dev.processsync.change;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a field that both sides changed before they heard of each other. */
public enum ConflictPolicy {
  /** The later change wins, on both sides the same. */
  NEWEST,
  /** What arrives wins. */
  REMOTE,
  /** What stands here wins. */
  LOCAL,
  /** What stands here stays until a person has decided. */
  ASK;

  public String value() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ConflictPolicy> of(String value) {
    return Arrays.stream(values()).filter(policy -> policy.value().equals(value)).findFirst();
  }

  /** Whether two sides that both map a field come to the same value, whoever changes it when. */
  public boolean agreesWith(ConflictPolicy theirs) {
    return switch (this) {
      case NEWEST -> theirs == NEWEST || theirs == ASK;
      case REMOTE -> theirs == LOCAL || theirs == ASK;
      case LOCAL -> theirs == REMOTE;
      case ASK -> theirs != LOCAL;
    };
  }
}
