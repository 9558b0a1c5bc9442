package dev.processsync.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who can log in to an instance that has no users yet.
 *
 * @param adminPassword the password that the user {@code admin} gets at the first start; without
 *     it, a random one is made and printed once. Later starts ignore it.
 */
@ConfigurationProperties("process-sync")
record FirstAdmin(@Nullable String adminPassword) {

  @Override
  public String toString() {
    return "FirstAdmin[adminPassword=" + (adminPassword == null ? "none" : "******") + "]";
  }
}
