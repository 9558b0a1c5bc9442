package dev.processsync;

import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * The program lives in UTC, wherever its machine stands. Engine and database drivers store moments
 * as the virtual machine's zone shows them: in another zone, or after a move, they would mean
 * something else, and an hour of the year could not be stored at all. Comes before everything that
 * reads the zone, however the instance is started.
 */
final class UniversalTime implements ApplicationListener<ApplicationStartingEvent>, Ordered {

  @Override
  public void onApplicationEvent(ApplicationStartingEvent starting) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
