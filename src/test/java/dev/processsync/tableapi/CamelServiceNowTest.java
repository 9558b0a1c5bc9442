package dev.processsync.tableapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.InstanceTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.servicenow.ServiceNowConstants;
import org.apache.camel.component.servicenow.ServiceNowException;
import org.apache.camel.component.servicenow.ServiceNowParams;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Camel's client for ServiceNow works with an instance of ours as it is. */
@InstanceTest
class CamelServiceNowTest {

  private final CamelContext camel = new DefaultCamelContext();
  private final String endpoint;

  CamelServiceNowTest(@LocalServerPort int port) {
    endpoint =
        "servicenow:instance?userName=admin&password=RAW(%s)&table=incident&apiUrl=http://localhost:%d/api"
            .formatted(InstanceTest.ADMIN_PASSWORD, port);
  }

  @BeforeEach
  void start() {
    camel.start();
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void createsFindsChangesAndDeletesIncidents() {
    String mark = UUID.randomUUID().toString();
    Map<String, Object> created =
        one(call("create", Map.of(), Map.of("short_description", mark, "impact", "1")));
    String sysId = (String) created.get("sys_id");
    call("create", Map.of(), Map.of("short_description", mark));

    Exchange found =
        call(
            "retrieve",
            Map.of(
                ServiceNowParams.SYSPARM_QUERY.getHeader(),
                "short_description=" + mark + "^ORDERBYimpact",
                ServiceNowParams.SYSPARM_LIMIT.getHeader(),
                1),
            null);
    assertThat(list(found)).extracting(record -> record.get("sys_id")).containsExactly(sysId);
    assertThat(found.getIn().getHeader(ServiceNowConstants.OFFSET_NEXT)).isEqualTo("1");
    assertThat(found.getIn().getHeader(ServiceNowConstants.OFFSET_LAST)).isEqualTo("1");

    Map<String, Object> one = Map.of(ServiceNowParams.PARAM_SYS_ID.getHeader(), sysId);
    assertThat(one(call("retrieve", one, null))).containsEntry("short_description", mark);
    assertThat(one(call("update", one, Map.of("state", "2")))).containsEntry("state", "2");
    assertThat(one(call("modify", one, Map.of("urgency", "1")))).containsEntry("priority", "1");
    call("delete", one, null);

    Exchange gone = call("retrieve", one, null);
    assertThat(gone.getException())
        .isInstanceOfSatisfying(
            ServiceNowException.class,
            refused -> {
              assertThat(refused.getCode()).isEqualTo(404);
              assertThat(refused.getStatus()).isEqualTo("failure");
              assertThat(refused.getMessage()).isEqualTo("No Record found");
              assertThat(refused.getDetail()).contains("Record doesn't exist");
            });
  }

  @Test
  void hearsWhyARecordIsRefused() {
    Exchange refused = call("create", Map.of(), Map.of("state", "6"));

    assertThat(refused.getException())
        .isInstanceOfSatisfying(
            ServiceNowException.class,
            reason -> {
              assertThat(reason.getCode()).isEqualTo(400);
              assertThat(reason.getDetail())
                  .contains("Resolving an incident needs a Resolution code");
            });
  }

  private Exchange call(String action, Map<String, Object> headers, @Nullable Object body) {
    Map<String, Object> all = new HashMap<>(headers);
    all.put(ServiceNowConstants.RESOURCE, "table");
    all.put(ServiceNowConstants.ACTION, action);
    return camel
        .createProducerTemplate()
        .request(
            endpoint,
            exchange -> {
              exchange.getIn().setHeaders(all);
              exchange.getIn().setBody(body);
            });
  }

  @SuppressWarnings("unchecked") // a record is a JSON object
  private static Map<String, Object> one(Exchange exchange) {
    assertThat(exchange.getException()).isNull();
    return exchange.getMessage().getBody(Map.class);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Exchange exchange) {
    assertThat(exchange.getException()).isNull();
    return exchange.getMessage().getBody(List.class);
  }
}
