package dev.processsync.bounds;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the bounds in front of every address. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RequestProperties.class)
class BoundsConfiguration {

  @Bean
  FilterRegistrationBean<BodyFilter> bodyFilter(RequestProperties properties) {
    FilterRegistrationBean<BodyFilter> first =
        new FilterRegistrationBean<>(new BodyFilter(properties));
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }

  @Bean
  FilterRegistrationBean<UserPlaces> userPlaces(RequestProperties properties) {
    FilterRegistrationBean<UserPlaces> afterLogin =
        new FilterRegistrationBean<>(new UserPlaces(properties));
    afterLogin.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
    return afterLogin;
  }

  @Bean
  HangUps hangUps() {
    return new HangUps();
  }

  @Bean
  ServerBounds serverBounds() {
    return new ServerBounds(ServerBounds.SILENCE);
  }
}
