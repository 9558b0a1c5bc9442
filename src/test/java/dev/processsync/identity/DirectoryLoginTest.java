package dev.processsync.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.ApiClient;
import dev.processsync.InstanceTest;
import dev.processsync.login.EvenAnswers;
import dev.processsync.login.EvenAnswersTest;
import dev.processsync.record.Actor;
import dev.processsync.record.Records;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.db.DbReadOnlyIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** Users of a directory, which the engine asks by a plugin and can't change. */
@InstanceTest
@Import(DirectoryLoginTest.Directory.class)
@TestPropertySource(properties = "camunda.bpm.process-engine-name=with-directory")
class DirectoryLoginTest {

  private static final String PASSWORD = "ada's own password";
  private static final String SUBFLOWS = "/api/process-sync/v1/subflows";

  @Autowired Records records;
  @Autowired JdbcTemplate database;
  @Autowired Directory directory;
  @LocalServerPort int port;

  @BeforeEach
  void whomTheDirectoryKnows() {
    if (database.queryForObject("select count(*) from act_id_user", Integer.class) == 0) {
      database.update("insert into act_id_user (id_, rev_, first_) values ('ada', 1, 'Ada')");
      database.update("insert into act_id_group (id_, rev_) values ('ih_process_sync', 1)");
      database.update("insert into act_id_membership values ('ada', 'ih_process_sync')");
    }
    directory.asked.set(0);
  }

  @Test
  void whomTheDirectoryKnowsGetsInWithTheRolesThatItSays() {
    assertThat(as("ada", PASSWORD).get(SUBFLOWS).status()).isEqualTo(200);
    assertThat(records.findBy(Actor.system(), "sys_user", Map.of("user_name", "ada")))
        .singleElement()
        .satisfies(user -> assertThat(user.get("first_name")).isEqualTo("Ada"));
  }

  /** The directory answers at once; a longer answer is a matter of {@link EvenAnswersTest}. */
  @Test
  void aWrongPasswordAndAnUnknownUserTakeAsLong() {
    for (String login : new String[] {"ada", "nobody.of.these"}) {
      long started = System.nanoTime();
      assertThat(as(login, "a guess at " + login).get(SUBFLOWS).status()).isEqualTo(401);
      assertThat(Duration.ofNanos(System.nanoTime() - started))
          .isGreaterThanOrEqualTo(EvenAnswers.STEP);
    }
    assertThat(directory.asked).hasValue(2);
  }

  @Test
  void whatTheDirectoryIsAskedByTheEngineTakesAsLong() {
    ApiClient ada = as("ada", PASSWORD);
    assertThat(ada.get(SUBFLOWS).status()).isEqualTo(200);
    for (String login : new String[] {"ada", "nobody.of.these"}) {
      long started = System.nanoTime();
      assertThat(
              ada.post(
                      "/engine-rest/identity/verify",
                      "{\"username\":\"%s\",\"password\":\"no\"}".formatted(login))
                  .response()
                  .body())
          .contains("\"authenticated\":false");
      assertThat(Duration.ofNanos(System.nanoTime() - started))
          .isGreaterThanOrEqualTo(EvenAnswers.STEP);
    }
  }

  private ApiClient as(String login, String password) {
    return ApiClient.admin(port).as(login, password);
  }

  /** Knows one password, and says no at once. */
  static class Known extends DbReadOnlyIdentityServiceProvider {
    private final AtomicInteger asked;

    Known(AtomicInteger asked) {
      this.asked = asked;
    }

    @Override
    public boolean checkPassword(String userId, String password) {
      asked.incrementAndGet();
      return userId.equals("ada") && password.equals(PASSWORD);
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Directory {
    private final AtomicInteger asked = new AtomicInteger();

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    AbstractProcessEnginePlugin directoryPlugin() {
      return new Plugin(asked);
    }
  }

  @Order(Ordered.HIGHEST_PRECEDENCE)
  static class Plugin extends AbstractProcessEnginePlugin {
    private final AtomicInteger asked;

    Plugin(AtomicInteger asked) {
      this.asked = asked;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
      engine.setIdentityProviderSessionFactory(
          new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
              return Known.class;
            }

            @Override
            public Session openSession() {
              return new Known(asked);
            }
          });
    }
  }
}
