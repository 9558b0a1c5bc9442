package dev.processsync.login;

import dev.processsync.identity.PasswordRule;
import dev.processsync.identity.PasswordStamps;
import dev.processsync.identity.Role;
import dev.processsync.identity.Users;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which address takes which role (docs/reference.md, "Roles"). What is not named is refused; only
 * health is open. Rights on tables are checked again where records are read and written.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

  private static final String ENGINE_LOGIN = "/camunda/api/admin/auth/user/*/login/**";
  private static final String ENGINE_LOGOUT = "/camunda/api/admin/auth/user/*/logout";

  /** Nothing in a page runs or is loaded but what this instance serves as a file. */
  private static final String PAGE_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self';"
          + " form-action 'self'; frame-ancestors 'self'";

  /** Probes and whoever watches them come without a login. */
  @Bean
  @Order(1)
  SecurityFilterChain healthChain(HttpSecurity http) throws Exception {
    return http.securityMatcher(path("/actuator/**"))
        .headers(SecurityConfiguration::strictTransport)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        path(HttpMethod.GET, "/actuator/health"),
                        path(HttpMethod.GET, "/actuator/health/**"))
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.FORBIDDEN)))
        .build();
  }

  /** The console's scripts: the same API with the session of the page that they are on. */
  @Bean
  @Order(2)
  SecurityFilterChain pagesApiChain(
      HttpSecurity http,
      EngineLogin login,
      Users users,
      PasswordStamps passwordStamps,
      PageTokens tokens)
      throws Exception {
    ApiErrors errors = ApiErrors.toPages();
    return http.securityMatcher(
            new AndRequestMatcher(path("/api/**"), SecurityConfiguration::fromPage))
        .authenticationManager(new ProviderManager(login))
        .requestCache(cache -> cache.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .csrf(csrf -> csrf.csrfTokenRepository(tokens))
        .addFilterBefore(
            new SessionGuard(users, passwordStamps), AnonymousAuthenticationFilter.class)
        .headers(SecurityConfiguration::strictTransport)
        .exceptionHandling(e -> e.authenticationEntryPoint(errors).accessDeniedHandler(errors))
        .authorizeHttpRequests(requests -> apiRights(requests, users))
        .build();
  }

  /** Programs: HTTP Basic with each request, no session, refusals as JSON. */
  @Bean
  @Order(3)
  SecurityFilterChain apiChain(HttpSecurity http, EngineLogin login, Users users) throws Exception {
    ApiErrors errors = ApiErrors.toPrograms();
    return http.securityMatcher(new OrRequestMatcher(path("/api/**"), path("/engine-rest/**")))
        .authenticationManager(new ProviderManager(login))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .csrf(csrf -> csrf.disable())
        .headers(SecurityConfiguration::strictTransport)
        .httpBasic(
            basic ->
                basic
                    .authenticationEntryPoint(errors)
                    .authenticationDetailsSource(request -> LoginDetails.of(LoginWay.API, request)))
        .exceptionHandling(e -> e.authenticationEntryPoint(errors).accessDeniedHandler(errors))
        .authorizeHttpRequests(requests -> apiRights(requests, users))
        .build();
  }

  private static void apiRights(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      Users users) {
    requests
        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
        .permitAll()
        .requestMatchers(
            path(HttpMethod.POST, "/api/process-sync/v1/messages"),
            path(HttpMethod.POST, "/api/process-sync/v1/receipts"),
            path(HttpMethod.POST, "/api/process-sync/v1/remote-systems/*/handshake"))
        .access(Requires.role(users, Role.PROCESS_SYNC_API))
        // Whoever may read records may read what their fields are called.
        .requestMatchers(
            path(HttpMethod.GET, "/api/process-sync/v1/dictionary"),
            path(HttpMethod.GET, "/api/process-sync/v1/dictionary/*"))
        .access(Requires.anyButMereApiUser(users))
        .requestMatchers(path("/api/process-sync/**"), path("/engine-rest/**"))
        .access(Requires.role(users, Role.PROCESS_SYNC))
        .requestMatchers(path("/api/now/**"))
        .access(Requires.anyButMereApiUser(users))
        .requestMatchers(path("/api/docs"), path("/api/docs/**"))
        .access(Requires.role(users, Role.INTERNAL))
        .anyRequest()
        .denyAll();
  }

  /** Basic passwordStamps count before a session; a page's script says that it is one. */
  private static boolean fromPage(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
  }

  /** People: the login page, then a session, which the engine's web applications share. */
  @Bean
  @Order(4)
  SecurityFilterChain consoleChain(
      HttpSecurity http,
      EngineLogin login,
      Users users,
      PasswordStamps passwordStamps,
      PageTokens tokens,
      AskedPage asked)
      throws Exception {
    RequestMatcher engineApi = path("/camunda/api/**");
    LoginForm outcome = new LoginForm(asked);
    return http.authenticationManager(new ProviderManager(login))
        .formLogin(
            form ->
                form.loginPage("/login")
                    .authenticationDetailsSource(
                        request -> LoginDetails.of(LoginWay.CONSOLE, request))
                    .successHandler(outcome)
                    .failureHandler(outcome))
        .requestCache(cache -> cache.requestCache(asked))
        // Another user who logs in here finds nothing of the one before.
        .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
        .addFilterBefore(
            new SessionGuard(users, passwordStamps), AnonymousAuthenticationFilter.class)
        .logout(
            logout ->
                logout
                    .logoutRequestMatcher(
                        new OrRequestMatcher(
                            path(HttpMethod.POST, "/logout"), path(HttpMethod.POST, ENGINE_LOGOUT)))
                    .logoutSuccessHandler(loggedOut(engineApi)))
        // The engine's web applications bring a CSRF filter of their own.
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(tokens)
                    .ignoringRequestMatchers(engineApi, path("/camunda/app/**")))
        .headers(
            headers ->
                strictTransport(headers)
                    .frameOptions(frames -> frames.sameOrigin())
                    .contentTypeOptions(Customizer.withDefaults())
                    .addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(
                            // The engine's web applications say what theirs may do.
                            new NegatedRequestMatcher(path("/camunda/**")),
                            new ContentSecurityPolicyHeaderWriter(PAGE_POLICY)))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
        .exceptionHandling(
            e ->
                e.defaultAuthenticationEntryPointFor(ApiErrors.toPages(), engineApi)
                    // A script would put the login page into a part of its own.
                    .defaultAuthenticationEntryPointFor(
                        ApiErrors.toPages(),
                        new RequestHeaderRequestMatcher("X-Requested-With", "XMLHttpRequest"))
                    .defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(
                        DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                    .permitAll()
                    // There is one login; another user's must not be put into this session.
                    .requestMatchers(path(ENGINE_LOGIN))
                    .denyAll()
                    .requestMatchers(
                        path("/login"),
                        path(HttpMethod.GET, "/login/state"),
                        path(HttpMethod.GET, "/console/assets/**"))
                    .permitAll()
                    .requestMatchers(path("/"), path("/console"), path("/console/**"))
                    .access(Requires.anyButMereApiUser(users))
                    .requestMatchers(path("/camunda"), path("/camunda/**"))
                    .access(Requires.role(users, Role.INTERNAL))
                    .anyRequest()
                    .denyAll())
        .build();
  }

  /** Where TLS is spoken, browsers shall not speak anything else; the neighbours are free. */
  private static HeadersConfigurer<HttpSecurity> strictTransport(
      HeadersConfigurer<HttpSecurity> headers) {
    return headers.httpStrictTransportSecurity(hsts -> hsts.includeSubDomains(false));
  }

  @Bean
  static PasswordRule passwordRule(
      @Value("${process-sync.instance.name:instance}") String instance) {
    return new PasswordRule(instance);
  }

  @Bean
  static PageTokens pageTokens(@Value("${" + InstanceCookies.LOGIN_TOKEN + "}") String cookie) {
    return new PageTokens(cookie);
  }

  @Bean
  static AskedPage askedPage(@Value("${" + InstanceCookies.ASKED_PAGE + "}") String cookie) {
    return new AskedPage(cookie);
  }

  private static LogoutSuccessHandler loggedOut(RequestMatcher engineApi) {
    SimpleUrlLogoutSuccessHandler toLogin = new SimpleUrlLogoutSuccessHandler();
    toLogin.setDefaultTargetUrl("/login?logout");
    return (request, response, authentication) -> {
      if (engineApi.matches(request)) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      } else {
        toLogin.onLogoutSuccess(request, response, authentication);
      }
    };
  }

  /** Matches whatever servlet serves the path: the engine's are not Spring's. */
  private static RequestMatcher path(String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(pattern);
  }

  private static RequestMatcher path(HttpMethod method, String pattern) {
    return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
  }
}
