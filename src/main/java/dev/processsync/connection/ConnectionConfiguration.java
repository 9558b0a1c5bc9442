package dev.processsync.connection;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What connections need from outside the database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Protection.class, ConnectionSettings.class})
class ConnectionConfiguration {

  @Bean
  Vault vault(Protection protection) {
    return new Vault(protection.encryptionKey(), protection.furtherEncryptionKeys());
  }

  @Bean
  UrlRule urlRule(Protection protection) {
    return new UrlRule(protection.allowHttp());
  }
}
