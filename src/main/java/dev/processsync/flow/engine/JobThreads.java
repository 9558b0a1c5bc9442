package dev.processsync.flow.engine;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Has the engine run fewer jobs at the same time where memory is scarce: the engine keeps a payload
 * several times over while it runs a flow, and it may run those of one sender only.
 */
final class JobThreads implements BeanPostProcessor {

  private static final String ENGINE = "camundaTaskExecutor";

  /** What a job may need for payloads as long as they may be, beside what others need. */
  private static final long JOB_NEEDS_BYTES = 192L * 1024 * 1024;

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof ThreadPoolTaskExecutor threads && ENGINE.equals(name)) {
      int affordable = (int) Math.max(1, Runtime.getRuntime().maxMemory() / JOB_NEEDS_BYTES);
      threads.setCorePoolSize(Math.min(threads.getCorePoolSize(), affordable));
      threads.setMaxPoolSize(Math.min(threads.getMaxPoolSize(), affordable));
    }
    return bean;
  }
}
