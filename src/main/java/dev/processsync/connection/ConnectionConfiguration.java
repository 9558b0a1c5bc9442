package dev.processsync.connection;

import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What connections need from outside the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Protection.class, ConnectionSettings.class})
class ConnectionConfiguration {

  @Bean
  Vault vault(Protection protection) {
    return new Vault(
        Optional.ofNullable(protection.encryptionKey())
            .filter(text -> !text.isBlank())
            .map(EncryptionKey::of));
  }

  @Bean
  UrlRule urlRule(Protection protection) {
    return new UrlRule(protection.allowHttp());
  }
}
