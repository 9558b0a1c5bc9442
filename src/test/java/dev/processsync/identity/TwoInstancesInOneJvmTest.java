package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.ApiClient;
import dev.processsync.StartedInstance;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Engines of one JVM know each other; instances must not. */
class TwoInstancesInOneJvmTest {

  @Test
  void eachServesItsOwnEngineWhateverItIsCalled() {
    try (StartedInstance customer = instance("customer");
        StartedInstance vendor = instance("vendor")) {
      createUser(customer.admin(), "only.customer");
      createUser(vendor.admin(), "only.vendor");

      assertThat(users(customer, "/engine-rest/user"))
          .contains("only.customer")
          .doesNotContain("only.vendor");
      assertThat(users(vendor, "/engine-rest/user"))
          .contains("only.vendor")
          .doesNotContain("only.customer");
      assertThat(users(vendor, "/engine-rest/engine/vendor/user")).contains("only.vendor");
      assertThat(customer.admin().get("/engine-rest/engine").json().toString())
          .isEqualTo("[{\"name\":\"customer\"}]");
      assertThat(customer.admin().get("/engine-rest/engine/vendor/user").status())
          .isBetween(400, 499);
      assertThat(
              customer
                  .admin()
                  .as("only.vendor", "long enough 1")
                  .get("/api/now/table/incident")
                  .status())
          .isEqualTo(401);
    }
  }

  private static StartedInstance instance(String name) {
    return StartedInstance.with(
        "--camunda.bpm.process-engine-name=" + name,
        "--process-sync.instance.name=" + name,
        "--spring.datasource.url=jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
  }

  private static void createUser(ApiClient admin, String login) {
    String body = "{\"user_name\":\"%s\",\"user_password\":\"long enough 1\"}".formatted(login);
    assertThat(admin.post("/api/now/table/sys_user", body).status()).isEqualTo(201);
  }

  private static String users(StartedInstance instance, String path) {
    return instance.admin().get(path).json().toString();
  }
}
