package dev.processsync;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A test of one whole instance: engine, in-memory database and HTTP on a random port, shared by all
 * classes with this annotation alone. User {@code admin} has the password {@link #ADMIN_PASSWORD};
 * plain {@code http} is allowed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1;"
          + "DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
      "process-sync.admin-password=" + InstanceTest.ADMIN_PASSWORD,
      "process-sync.encryption-key=an encryption key for tests",
      "process-sync.allow-http=true"
    })
public @interface InstanceTest {

  String ADMIN_PASSWORD = "admin-password-1";
}
