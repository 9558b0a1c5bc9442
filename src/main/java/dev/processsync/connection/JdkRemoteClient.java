package dev.processsync.connection;

import dev.processsync.database.CopyGuard;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Calls by the JDK's HTTP client. One for all connections: it keeps connections open by itself. */
@Component
class JdkRemoteClient implements RemoteClient {

  private final HttpClient http;
  private final ConnectionSettings settings;
  private final UrlRule urls;
  private final Clock clock;
  private final CopyGuard guard;

  JdkRemoteClient(ConnectionSettings settings, UrlRule urls, Clock clock, CopyGuard guard) {
    this.settings = settings;
    this.urls = urls;
    this.clock = clock;
    this.guard = guard;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  @Override
  public RemoteAnswer post(Endpoint endpoint, String path, String json) {
    guard
        .objection()
        .ifPresent(
            objection -> {
              throw new ConnectionProblem(objection);
            });
    URI address = endpoint.base().resolve(path);
    urls.problem(address.toString())
        .ifPresent(
            problem -> {
              throw new ConnectionProblem(
                  "Connection '%s' can't be used for %s: %s."
                      .formatted(endpoint.connection(), address, problem));
            });
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(settings.requestTimeout())
            .header("Authorization", basic(endpoint))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return answer(request);
  }

  private RemoteAnswer answer(HttpRequest request) {
    CompletableFuture<HttpResponse<String>> pending =
        http.sendAsync(request, headers -> new BoundedBody(settings.maxAnswer().toBytes()));
    try {
      // The request's own timeout ends with the headers; this one includes the body.
      return told(pending.get(settings.requestTimeout().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      pending.cancel(true);
      return new RemoteAnswer.Unreachable(Silence.reason(request.uri(), e, settings));
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      return new RemoteAnswer.Unreachable("The call was given up: this instance is stopping.");
    }
  }

  private RemoteAnswer told(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status >= 300 && status < 400) {
      return new RemoteAnswer.Redirected(
          status, response.headers().firstValue("Location").orElse(""));
    }
    Duration wait =
        response.headers().firstValue("Retry-After").map(this::wait).orElse(Duration.ZERO);
    return new RemoteAnswer.Answered(status, response.body(), wait);
  }

  /** Seconds or an HTTP date (RFC 9110, 10.2.3); anything else asks for nothing. */
  private Duration wait(String retryAfter) {
    try {
      Duration asked =
          retryAfter.chars().allMatch(Character::isDigit)
              ? Duration.ofSeconds(Long.parseLong(retryAfter))
              : Duration.between(
                  clock.instant(),
                  ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                      .toInstant());
      return asked.isNegative() ? Duration.ZERO : asked;
    } catch (DateTimeException | NumberFormatException e) {
      return Duration.ZERO;
    }
  }

  private static String basic(Endpoint endpoint) {
    String login = endpoint.userName() + ":" + endpoint.password();
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }
}
