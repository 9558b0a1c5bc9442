package dev.processsync.engineweb;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the engine's REST API and web applications behind this instance's login. */
@Configuration(proxyBeanMethods = false)
class EngineWebConfiguration {

  /** After Spring Security, before everything that the engine registers. */
  @Bean
  FilterRegistrationBean<EngineRequests> engineRequests(ObjectProvider<ProcessEngine> engine) {
    FilterRegistrationBean<EngineRequests> filter =
        new FilterRegistrationBean<>(new EngineRequests(engine::getObject));
    filter.addUrlPatterns("/engine-rest/*", "/camunda/*");
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 10);
    return filter;
  }
}
