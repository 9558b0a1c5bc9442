package dev.processsync.copy;

import dev.processsync.ProcessSyncApplication;
import dev.processsync.TwoInstances;
import dev.processsync.TwoInstances.RunningInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** An instance of a database that other instances have, too. */
record StoppableInstance(RunningInstance instance) implements AutoCloseable {

  static StoppableInstance on(String url, String name, Map<String, String> settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--process-sync.instance.name=" + name,
                "--process-sync.admin-password=" + TwoInstances.ADMIN_PASSWORD,
                "--process-sync.encryption-key=an encryption key for tests of copies",
                "--process-sync.allow-http=true",
                "--camunda.bpm.process-engine-name=" + name,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + (url.contains(":h2:") ? "sa" : "postgres"),
                "--spring.main.banner-mode=off",
                "--spring.jmx.enabled=false"));
    settings.forEach((key, value) -> all.add("--" + key + "=" + value));
    return new StoppableInstance(
        new RunningInstance(
            name,
            new SpringApplicationBuilder(ProcessSyncApplication.class)
                .run(all.toArray(new String[0]))));
  }

  @Override
  public void close() {
    instance.context().close();
  }
}
