package dev.processsync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.processsync.ApiClient.Answer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance's data means the same moments, wherever the machine stands that runs it. */
class ZonesTest {

  private static final String INCIDENTS = "/api/now/table/incident";

  /** Berlin has no such moment: clocks go from 2 to 3. */
  private static final String IN_THE_GAP = "2024-03-31 02:30:00";

  private static final String MODEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="zones">
        <bpmn:process id="waits-for-noon" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="Start"><bpmn:outgoing>a</bpmn:outgoing></bpmn:startEvent>
          <bpmn:sequenceFlow id="a" sourceRef="Start" targetRef="Noon"/>
          <bpmn:intermediateCatchEvent id="Noon"><bpmn:incoming>a</bpmn:incoming>
            <bpmn:outgoing>b</bpmn:outgoing>
            <bpmn:timerEventDefinition id="Timer">
              <bpmn:timeDate xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xsi:type="bpmn:tFormalExpression">2040-07-01T12:00:00Z</bpmn:timeDate>
            </bpmn:timerEventDefinition>
          </bpmn:intermediateCatchEvent>
          <bpmn:sequenceFlow id="b" sourceRef="Noon" targetRef="End"/>
          <bpmn:endEvent id="End"><bpmn:incoming>b</bpmn:incoming></bpmn:endEvent>
        </bpmn:process>
      </bpmn:definitions>
      """;

  private Path directory = Path.of("");
  private final List<Process> running = new ArrayList<>();

  @BeforeEach
  void inADirectoryOfItsOwn(@TempDir Path own) {
    directory = own;
  }

  @AfterEach
  void stop() {
    running.forEach(process -> process.destroyForcibly().onExit().join());
  }

  @Test
  void momentsOutliveAMoveToAnotherZone() {
    ApiClient berlin = start("-Duser.timezone=Europe/Berlin");
    Answer created =
        berlin.post(
            INCIDENTS,
            "{\"short_description\":\"moves\",\"due_date\":\"%s\"}".formatted(IN_THE_GAP));
    assertThat(created.status()).isEqualTo(201);
    String incident = created.result().path("sys_id").asText();
    assertThat(dueDate(berlin, incident)).isEqualTo(IN_THE_GAP);
    assertThat(berlin.send("POST", "/engine-rest/deployment/create", deployment(), FORM).status())
        .isEqualTo(200);
    assertThat(
            berlin.post("/engine-rest/process-definition/key/waits-for-noon/start", "{}").status())
        .isEqualTo(200);
    assertThat(timer(berlin)).isEqualTo(noon());
    stop();

    ApiClient newYork = start("-Duser.timezone=America/New_York");

    assertThat(dueDate(newYork, incident)).isEqualTo(IN_THE_GAP);
    assertThat(
            newYork
                .get(INCIDENTS + "?sysparm_query=" + ApiClient.encoded("due_date=" + IN_THE_GAP))
                .result())
        .hasSize(1);
    assertThat(created.result().path("sys_created_on").asText())
        .isEqualTo(
            newYork.get(INCIDENTS + "/" + incident).result().path("sys_created_on").asText());
    assertThat(timer(newYork)).isEqualTo(noon());
  }

  private static OffsetDateTime noon() {
    return OffsetDateTime.of(2040, 7, 1, 12, 0, 0, 0, ZoneOffset.UTC);
  }

  private static String dueDate(ApiClient client, String incident) {
    return client.get(INCIDENTS + "/" + incident).result().path("due_date").asText();
  }

  /** When the engine will run the timer. */
  private static OffsetDateTime timer(ApiClient client) {
    JsonNode jobs = client.get("/engine-rest/job?timers=true").json();
    List<String> due = new ArrayList<>();
    jobs.forEach(
        job -> {
          if (job.path("processDefinitionKey").asText().equals("waits-for-noon")) {
            due.add(job.path("dueDate").asText());
          }
        });
    assertThat(due).hasSize(1);
    return OffsetDateTime.parse(
            due.get(0), DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ"))
        .withOffsetSameInstant(ZoneOffset.UTC);
  }

  private static final String[] FORM = {"Content-Type", "multipart/form-data; boundary=bound"};

  private static String deployment() {
    return """
        --bound\r
        Content-Disposition: form-data; name="deployment-name"\r
        \r
        zones\r
        --bound\r
        Content-Disposition: form-data; name="noon.bpmn"; filename="noon.bpmn"\r
        \r
        %s\r
        --bound--\r
        """
        .formatted(MODEL);
  }

  /** A process of its own, as an administrator starts it; the database stays the same. */
  private ApiClient start(String zone) {
    int port = freePort();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            zone,
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            ProcessSyncApplication.class.getName(),
            "--server.port=" + port,
            "--process-sync.admin-password=" + InstanceTest.ADMIN_PASSWORD,
            "--spring.datasource.url=jdbc:h2:file:"
                + directory.resolve("instance")
                + ";WRITE_DELAY=0;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()));
      builder.environment().put("CLASSPATH", classPath());
      Process process = builder.start();
      running.add(process);
      ApiClient client = ApiClient.admin(port);
      Awaitility.await()
          .atMost(Duration.ofMinutes(5))
          .failFast(() -> assertThat(process.isAlive()).as(this::log).isTrue())
          .ignoreExceptions()
          .until(() -> client.get("/actuator/health").status() == 200);
      return client;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the empty place that Maven's tests have at the end: it means the project's folder. */
  private static String classPath() {
    return System.getProperty("java.class.path").replaceAll(File.pathSeparator + "+$", "");
  }

  private String log() {
    try {
      return "the instance runs; it says: " + Files.readString(directory.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
