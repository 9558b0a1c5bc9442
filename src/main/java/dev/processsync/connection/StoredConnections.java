package dev.processsync.connection;

import dev.processsync.dictionary.TableRecord;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Connections from their records, read at each use: a corrected one works at once. */
@Service
class StoredConnections implements Connections {

  private static final Actor SYSTEM = Actor.system();

  private final Records records;
  private final Credentials credentials;
  private final UrlRule urls;

  StoredConnections(Records records, Credentials credentials, UrlRule urls) {
    this.records = records;
    this.credentials = credentials;
    this.urls = urls;
  }

  @Override
  @Transactional(readOnly = true)
  public Endpoint resolve(String aliasId) {
    TableRecord alias =
        records
            .find(SYSTEM, "sys_alias", aliasId)
            .orElseThrow(
                () -> new ConnectionProblem("No alias has the sys_id '%s'.".formatted(aliasId)));
    List<TableRecord> active =
        records.findBy(
            SYSTEM, "http_connection", Map.of("connection_alias", aliasId, "active", "true"));
    if (active.isEmpty()) {
      throw new ConnectionProblem(
          "Alias '%s' has no active connection: create or activate one."
              .formatted(alias.get("id")));
    }
    TableRecord connection = active.get(0);
    TableRecord credential =
        records.get(SYSTEM, "basic_auth_credentials", connection.get("credential"));
    return new Endpoint(
        connection.get("name"),
        base(connection),
        credential.get("user_name"),
        password(connection, credential));
  }

  private URI base(TableRecord connection) {
    String url = connection.get("connection_url");
    urls.problem(url)
        .ifPresent(
            problem -> {
              throw new ConnectionProblem(
                  "Connection '%s' has the URL %s: %s."
                      .formatted(connection.get("name"), url, problem));
            });
    return URI.create(url.endsWith("/") ? url : url + "/");
  }

  private String password(TableRecord connection, TableRecord credential) {
    try {
      return credentials.password(credential.sysId());
    } catch (EncryptionKeyProblem e) {
      throw new ConnectionProblem(
          "The password of credential '%s' (connection '%s') can't be read: %s. Enter the password again, or start with the former key."
              .formatted(credential.get("name"), connection.get("name"), e.getMessage()));
    }
  }
}
