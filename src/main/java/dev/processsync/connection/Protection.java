package dev.processsync.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How secrets are protected, at rest and on their way.
 *
 * @param encryptionKey any text of at least 16 characters, from outside the database: credentials
 *     are encrypted with a key made of it. Lost with it: every stored password
 * @param furtherEncryptionKeys keys that stored credentials may be encrypted with besides: a former
 *     one while the key is being changed, or the next one while not all nodes have it yet. What is
 *     found encrypted with one of them at the start is encrypted with {@code encryptionKey} anew
 * @param allowHttp whether connections may use plain http, which shows passwords to everybody on
 *     the way
 */
@ConfigurationProperties("process-sync")
record Protection(
    @Nullable String encryptionKey,
    @DefaultValue({}) List<String> furtherEncryptionKeys,
    @DefaultValue("false") boolean allowHttp) {

  @Override
  public String toString() {
    return "Protection[encryptionKey=%s, furtherEncryptionKeys=%d, allowHttp=%s]"
        .formatted(
            encryptionKey == null ? "none" : "******", furtherEncryptionKeys.size(), allowHttp);
  }
}
