package dev.processsync;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Imported by a test, gives its instance a database of a real PostgreSQL. Such a test is
 * {@code @DirtiesContext}: at the end of the JVM both would stop at once, and the instance hang.
 */
@TestConfiguration
public class OnPostgres {

  @Bean
  JdbcConnectionDetails connectionDetails() {
    String url = Postgres.newDatabase();
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return url;
      }

      @Override
      public String getUsername() {
        return Postgres.USER;
      }

      @Override
      public String getPassword() {
        return "";
      }
    };
  }
}
