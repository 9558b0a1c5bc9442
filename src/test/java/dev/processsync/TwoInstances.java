package dev.processsync;

import dev.processsync.record.Records;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two whole instances in this JVM, each with its own engine, in-memory database and port, started
 * once, when they are first asked for, and stopped with the JVM. Tests share them: give records
 * names of your own. Plain {@code http} is allowed; another instance has {@link #PATIENCE} to
 * answer.
 */
public final class TwoInstances {

  /** Password of user {@code admin} on both. */
  public static final String ADMIN_PASSWORD = "admin-password-1";

  /** How long each waits for an answer of the other. */
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  private TwoInstances() {}

  private static final class Started {
    static final RunningInstance CUSTOMER = start("customer");
    static final RunningInstance VENDOR = start("vendor");
  }

  /** Instance A of the tutorial. */
  public static RunningInstance customer() {
    return Started.CUSTOMER;
  }

  /** Instance B of the tutorial. */
  public static RunningInstance vendor() {
    return Started.VENDOR;
  }

  private static RunningInstance start(String name) {
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(ProcessSyncApplication.class)
            .run(
                "--server.port=0",
                "--process-sync.instance.name=" + name,
                "--process-sync.admin-password=" + ADMIN_PASSWORD,
                "--process-sync.encryption-key=an encryption key for tests of " + name,
                "--process-sync.allow-http=true",
                "--process-sync.connection.request-timeout=" + PATIENCE.toMillis() + "ms",
                "--camunda.bpm.process-engine-name=" + name,
                "--spring.datasource.url=jdbc:h2:mem:pair-"
                    + name
                    + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "--spring.main.banner-mode=off");
    return new RunningInstance(name, context);
  }

  /**
   * One of the two.
   *
   * @param name its {@code process-sync.instance.name}, also its engine's name
   */
  public record RunningInstance(String name, ConfigurableApplicationContext context) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Its base URL, ending in a slash: what a connection record of the other one holds. */
    public String url() {
      return "http://localhost:"
          + context.getEnvironment().getRequiredProperty("local.server.port")
          + "/";
    }

    public <T> T bean(Class<T> type) {
      return context.getBean(type);
    }

    public Records records() {
      return bean(Records.class);
    }

    /** Posts JSON as the administrator. */
    public HttpResponse<String> post(String path, String json) {
      return send("POST", path, "admin", ADMIN_PASSWORD, json);
    }

    public HttpResponse<String> get(String path) {
      return send("GET", path, "admin", ADMIN_PASSWORD, null);
    }

    /**
     * @param path below the base URL, without a leading slash
     */
    public HttpResponse<String> send(
        String method, String path, String user, String password, @Nullable String json) {
      String login =
          Base64.getEncoder()
              .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url() + path))
              .header("Authorization", "Basic " + login)
              .header("Content-Type", "application/json")
              .header("Accept", "application/json")
              .method(
                  method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
              .build();
      try {
        return HTTP.send(request, BodyHandlers.ofString());
      } catch (IOException e) {
        throw new AssertionError(method + " " + path + " of " + name + " was not answered", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
