package dev.processsync.login;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** What is refused before anything of a request is read. */
@Configuration(proxyBeanMethods = false)
class DoorConfiguration {

  private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> otherSites() {
    return first(new OtherSites());
  }

  @Bean
  FilterRegistrationBean<OncePerRequestFilter> loginBody() {
    return first(new LoginBody());
  }

  private static FilterRegistrationBean<OncePerRequestFilter> first(OncePerRequestFilter filter) {
    FilterRegistrationBean<OncePerRequestFilter> registration =
        new FilterRegistrationBean<>(filter);
    registration.setOrder(FIRST);
    return registration;
  }
}
