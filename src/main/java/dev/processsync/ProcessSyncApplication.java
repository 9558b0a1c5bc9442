package dev.processsync;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** One instance: its records, users and processes, linked to others by process events. */
@SpringBootApplication
public class ProcessSyncApplication {

  public static void main(String[] args) {
    SpringApplication.run(ProcessSyncApplication.class, args);
  }
}
