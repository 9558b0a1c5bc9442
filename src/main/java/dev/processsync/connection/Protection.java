package dev.processsync.connection;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How secrets are protected, at rest and on their way.
 *
 * @param encryptionKey any text of at least 16 characters, from outside the database: credentials
 *     are encrypted with a key made of it. Lost with it: every stored password
 * @param allowHttp whether connections may use plain http, which shows passwords to everybody on
 *     the way
 */
@ConfigurationProperties("process-sync")
record Protection(@Nullable String encryptionKey, @DefaultValue("false") boolean allowHttp) {

  @Override
  public String toString() {
    return "Protection[encryptionKey=%s, allowHttp=%s]"
        .formatted(encryptionKey == null ? "none" : "******", allowHttp);
  }
}
