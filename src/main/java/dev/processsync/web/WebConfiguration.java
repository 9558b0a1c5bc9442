package dev.processsync.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands before all addresses. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

  /** After bodies are bounded, before anybody asks for a parameter. */
  private static final int PARAMETERS = Ordered.HIGHEST_PRECEDENCE + 40;

  @Bean
  AmbiguousAddresses ambiguousAddresses() {
    return new AmbiguousAddresses();
  }

  @Bean
  FilterRegistrationBean<AmbiguousAddresses> ambiguousAddressesFilter(AmbiguousAddresses filter) {
    FilterRegistrationBean<AmbiguousAddresses> first = new FilterRegistrationBean<>(filter);
    first.setOrder(PARAMETERS - 1);
    return first;
  }

  @Bean
  FilterRegistrationBean<ParametersFilter> parametersFilter() {
    FilterRegistrationBean<ParametersFilter> filter =
        new FilterRegistrationBean<>(new ParametersFilter());
    filter.setOrder(PARAMETERS);
    return filter;
  }

  @Bean
  FilterRegistrationBean<CompressedBodies> compressedBodiesFilter() {
    FilterRegistrationBean<CompressedBodies> filter =
        new FilterRegistrationBean<>(new CompressedBodies());
    filter.setOrder(PARAMETERS - 2);
    return filter;
  }

  /** An address with a slash at its end is the one without, also to who decides about rights. */
  @Bean
  FilterRegistrationBean<UrlHandlerFilter> trailingSlashFilter() {
    FilterRegistrationBean<UrlHandlerFilter> filter =
        new FilterRegistrationBean<>(
            UrlHandlerFilter.trailingSlashHandler(
                    "/api/**", "/console/**", "/actuator/**", "/login/")
                .wrapRequest()
                .build());
    filter.setOrder(PARAMETERS + 1);
    return filter;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverRefusals() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ServerRefusals.class.getName());
              }
            });
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(new KnownParameters());
  }
}
