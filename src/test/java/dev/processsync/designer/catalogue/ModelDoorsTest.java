package dev.processsync.designer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.processsync.ApiClient;
import dev.processsync.InstanceTest;
import dev.processsync.dictionary.SysId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A model is judged and read alike, by whichever way it comes. */
@InstanceTest
class ModelDoorsTest {

  private static final String SUBFLOWS = "/api/process-sync/v1/subflows/";
  private static final String BOUNDARY = "a-boundary-of-parts";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String CATCH =
      "<bpmn:intermediateCatchEvent id='Bad' name='Wait for it'>%s</bpmn:intermediateCatchEvent>";
  private static final String INPUT =
      "<bpmn:serviceTask id='Bad' name='Wait for it' camunda:delegateExpression='${writeLog}'><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name='a'>%s</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:serviceTask>";

  /** Ways in for a model, which all answer what they think of it. */
  private enum Door {
    DRAFT,
    DEPLOYMENT,
    /** Of what an older version of the product kept. */
    PUBLISHING,
    RESTORING,
    DRY_RUN
  }

  @Autowired private DSLContext sql;

  private final ApiClient admin;
  private final String key = "copy-" + SysId.next();

  ModelDoorsTest(@LocalServerPort int port) {
    admin = ApiClient.admin(port);
  }

  static Stream<Arguments> harmfulModelsAtEachDoor() {
    List<String> models =
        List.of(
            CATCH.formatted(
                "<bpmn:conditionalEventDefinition><bpmn:condition language='feel'>1</bpmn:condition></bpmn:conditionalEventDefinition>"),
            INPUT.formatted("<q:script xmlns:q='urn:q' scriptFormat='feel'>1</q:script>"),
            "<bpmn:userTask id='Bad' name='Wait for it'><bpmn:extensionElements><camunda:formData><camunda:formField id='f' type='string' label='{{a}}'/></camunda:formData></bpmn:extensionElements></bpmn:userTask>");
    return Stream.of(Door.values())
        .flatMap(door -> models.stream().map(model -> Arguments.of(door, model)));
  }

  @ParameterizedTest
  @MethodSource("harmfulModelsAtEachDoor")
  void whatCouldRunCodeIsRefusedByNameAtEachDoor(Door door, String content) throws Exception {
    HttpResponse<String> answer = send(door, with(content));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("Wait for it (Bad) has ", "that is not allowed.");
  }

  static Stream<Arguments> misshapenModels() {
    String timer =
        "<bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition>";
    return Stream.of(Door.DRAFT, Door.DEPLOYMENT, Door.PUBLISHING, Door.DRY_RUN)
        .flatMap(
            door ->
                Stream.of(
                    Arguments.of(
                        door,
                        "<bpmn:startEvent id='Bad' name='Every second'>"
                            + timer
                            + "</bpmn:startEvent>",
                        "The start event Every second (Bad) has a timer"),
                    Arguments.of(
                        door,
                        "</bpmn:process><bpmn:process id='theirs' isExecutable='true'>",
                        "The model has 2 processes")));
  }

  @ParameterizedTest
  @MethodSource("misshapenModels")
  void whatIsNoSubflowIsRefusedAtEachDoor(Door door, String content, String reason)
      throws Exception {
    HttpResponse<String> answer = send(door, with(content));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
  }

  @Test
  void aPoolWithoutAProcessIsAllowedAtEachDoor() throws Exception {
    String model =
        template()
            .replace(
                "<bpmn:process ",
                "<bpmn:collaboration id='C'><bpmn:participant id='P1' processRef='%s'/><bpmn:participant id='P2' name='Them'/></bpmn:collaboration><bpmn:process "
                    .formatted(key));

    for (Door door : List.of(Door.DRAFT, Door.DEPLOYMENT, Door.PUBLISHING)) {
      HttpResponse<String> answer = send(door, model);

      assertThat(answer.statusCode()).as(door + answer.body()).isEqualTo(200);
    }
  }

  @Test
  void nothingThatAModelPointsAtIsEverFetched() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(404, -1);
        });
    server.start();
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String there = "http://localhost:" + server.getAddress().getPort() + "/";
      String nowhere = "http://localhost:" + silent.getLocalPort() + "/";
      String model =
          template()
              .replaceFirst(
                  "<bpmn:definitions ",
                  "<bpmn:definitions xmlns:x='http://www.w3.org/2001/XMLSchema-instance' x:schemaLocation='http://www.omg.org/spec/BPMN/20100524/MODEL %sBPMN20.xsd urn:q %sq.xsd' x:noNamespaceSchemaLocation='%sn.xsd' "
                      .formatted(there, nowhere, there));
      assertThat(model).contains("schemaLocation");

      for (Door door : List.of(Door.DRAFT, Door.DEPLOYMENT, Door.PUBLISHING, Door.DRY_RUN)) {
        HttpResponse<String> answer = send(door, model);
        assertThat(answer.statusCode())
            .as(door + answer.body())
            .isEqualTo(door == Door.DRY_RUN ? 400 : 200);
        assertThat(answer.body()).doesNotContain("The model");
      }
      assertThat(requests).hasValue(0);
      assertThat(admin.get(SUBFLOWS + key + "/problems").status()).isEqualTo(200);
      assertThat(requests).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void anOwnSchemaMakesNothingDeployable() throws Exception {
    HttpResponse<String> answer =
        send(
            Door.DEPLOYMENT,
            with(
                "<q:scriptTask xmlns:q='urn:q' id='Bad' name='Wait for it' scriptFormat='feel' xsi:schemaLocation='urn:q file:///q.xsd' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><q:script>1</q:script></q:scriptTask>"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("scriptTask").doesNotContain("cvc-");
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void theEncodingThatAModelSaysIsObeyedEverywhere(String encoding) throws Exception {
    String model =
        "<?xml version=\"1.0\" encoding=\"%s\"?>%n".formatted(encoding)
            + template()
                .replaceFirst("^<\\?xml[^>]*\\?>\\s*", "")
                .replace("Create Incident Record", "Prüfung");
    byte[] bytes = model.getBytes(Charset.forName(encoding));

    assertThat(put(bytes).statusCode()).isEqualTo(200);
    assertThat(draft()).contains("encoding=\"UTF-8\"", "\"Prüfung\"");
    assertThat(admin.post(SUBFLOWS + key + "/publish", "").status()).isEqualTo(200);
    assertThat(deployed()).contains("Prüfung");

    HttpResponse<String> answer = deploy(key + ".bpmn", bytes);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(draft()).contains("encoding=\"UTF-8\"", "\"Prüfung\"");
    assertThat(deployed()).contains("Prüfung");
    assertThat(answer.body()).contains("deployedProcessDefinitions\":{");
    assertThat(deploy(key + ".bpmn", bytes).body())
        .as("the same file again")
        .contains("deployedProcessDefinitions\":null");
  }

  @Test
  void aDraftThatAnOlderVersionKeptWithItsEncodingRunsAsItReads() {
    keep(
        template()
            .replaceFirst("^<\\?xml[^>]*\\?>", "<?xml version='1.0' encoding='ISO-8859-1'?>")
            .replace("Create Incident Record", "Prüfung"));

    assertThat(admin.post(SUBFLOWS + key + "/publish", "").status()).isEqualTo(200);

    assertThat(draft()).contains("encoding='UTF-8'", "\"Prüfung\"");
    assertThat(deployed()).contains("\"Prüfung\"");
  }

  static Stream<String> encodings() {
    return Stream.of("ISO-8859-1", "UTF-16", "UTF-8");
  }

  @Test
  void anUnknownEncodingIsNamed() throws Exception {
    byte[] bytes =
        template()
            .replaceFirst("^<\\?xml[^>]*\\?>", "<?xml version='1.0' encoding='klingon'?>")
            .getBytes(StandardCharsets.UTF_8);

    for (HttpResponse<String> answer : List.of(put(bytes), deploy(key + ".bpmn", bytes))) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("encoded in 'klingon', which is not known here");
    }
  }

  @ParameterizedTest
  @MethodSource("filesThatDeployNothing")
  void whatWouldDeployNothingIsRefused(String name, String content, String reason)
      throws Exception {
    HttpResponse<String> answer = deploy(name, content.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
  }

  static Stream<Arguments> filesThatDeployNothing() {
    String empty =
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'>%s</definitions>";
    return Stream.of(
        Arguments.of("rule.dmn", "<a/>", "'rule.dmn' is a decision (DMN), which does not run here"),
        Arguments.of("X.BPMN", "<a/>", "name it 'x.bpmn'"),
        Arguments.of("x.xml", "<a/>", "a model's ends in .bpmn"),
        Arguments.of("x.txt", "hello", "Nothing of this would be deployed"),
        Arguments.of("x.bpmn", empty.formatted(""), "The model has no process"),
        Arguments.of(
            "x.bpmn",
            empty.formatted("<process id='sleepy' isExecutable='false'/>"),
            "The process sleepy is not executable"));
  }

  @Test
  void aTasksDescriptionIsProse() throws Exception {
    String process =
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'><process id='%s' isExecutable='true'><startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='t'/><userTask id='t' name='Price it'><documentation>costs ${price} each, ${a.b()} or ${</documentation></userTask></process></definitions>"
            .formatted(key);

    HttpResponse<String> answer = deploy(key + ".bpmn", process.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(admin.post("/engine-rest/process-definition/key/" + key + "/start", "{}").status())
        .isEqualTo(200);
    assertThat(
            admin
                .get("/engine-rest/task?processDefinitionKey=" + key)
                .json()
                .path(0)
                .path("description")
                .asText())
        .isEqualTo("costs ${price} each, ${a.b()} or ${");
  }

  private String template() {
    if (admin.get(SUBFLOWS + key).status() == 404) {
      admin.post(SUBFLOWS + "inbound-flow-template-basic/copy", "{\"key\":\"%s\"}".formatted(key));
    }
    return draft();
  }

  private String draft() {
    return admin.text(SUBFLOWS + key + "/bpmn");
  }

  private String deployed() {
    return admin
        .get("/engine-rest/process-definition/key/" + key + "/xml")
        .json()
        .path("bpmn20Xml")
        .asText();
  }

  private String with(String content) {
    return template()
        .replaceFirst("</bpmn:process>", content.replace("$", "\\$") + "</bpmn:process>");
  }

  private HttpResponse<String> send(Door door, String model) throws Exception {
    return switch (door) {
      case DRAFT -> put(model.getBytes(StandardCharsets.UTF_8));
      case DEPLOYMENT -> deploy(key + ".bpmn", model.getBytes(StandardCharsets.UTF_8));
      case PUBLISHING -> {
        keep(model);
        yield admin.post(SUBFLOWS + key + "/publish", "").response();
      }
      case DRY_RUN -> {
        keep(model);
        yield admin.post(SUBFLOWS + key + "/dry-run", "{}").response();
      }
      case RESTORING -> {
        admin.post(SUBFLOWS + key + "/publish", "");
        sql.execute(
            "update act_ge_bytearray set bytes_ = ? where name_ = ?",
            model.getBytes(StandardCharsets.UTF_8),
            key + ".bpmn");
        yield admin.post(SUBFLOWS + key + "/versions/1/restore", "").response();
      }
    };
  }

  /** As an older version of the product did, which allowed more. */
  private void keep(String model) {
    int kept =
        sql.execute(
            "update process_sync.subflow_draft set bpmn = ? where subflow_key = ?", model, key);
    if (kept == 0) {
      put(template().getBytes(StandardCharsets.UTF_8));
      keep(model);
    }
  }

  private HttpResponse<String> put(byte[] model) {
    return send("PUT", SUBFLOWS + key + "/bpmn", "application/xml", model);
  }

  private HttpResponse<String> deploy(String name, byte[] file) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (String part : List.of("deployment-name", "deploy-changed-only")) {
      String value = part.equals("deployment-name") ? key : "true";
      body.writeBytes(
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(BOUNDARY, part, value)
              .getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(
        "--%s\r\nContent-Disposition: form-data; name=\"data\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(BOUNDARY, name)
            .getBytes(StandardCharsets.UTF_8));
    body.write(file);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        "POST",
        "/engine-rest/deployment/create",
        "multipart/form-data; boundary=" + BOUNDARY,
        body.toByteArray());
  }

  private HttpResponse<String> send(String method, String path, String type, byte[] body) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create(admin.url() + path))
              .timeout(Duration.ofSeconds(60))
              .header("Authorization", admin.basic())
              .header("Content-Type", type)
              .method(method, BodyPublishers.ofByteArray(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(path, e);
    }
  }
}
