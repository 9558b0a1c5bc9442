package dev.processsync.record;

import dev.processsync.change.HybridClock;
import dev.processsync.database.DatabaseHealth;
import dev.processsync.database.Shares;
import dev.processsync.database.StartTurn;
import dev.processsync.dictionary.Dictionary;
import dev.processsync.dictionary.DictionaryFiles;
import dev.processsync.storage.RecordStorage;
import java.time.Clock;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the dictionary and gives it storage before anything else asks for a record. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Shares.class)
class TableConfiguration {

  /** Where an instance keeps its own dictionary files. */
  static final String FOLDER = "process-sync.dictionary";

  @Bean
  Dictionary dictionary(Environment environment) {
    return new DictionaryFiles().read(environment.getProperty(FOLDER, "file:./dictionary/"));
  }

  @Bean
  @DependsOnDatabaseInitialization
  StartTurn startTurn(DSLContext sql, PlatformTransactionManager transactions) {
    return new StartTurn(sql, new TransactionTemplate(transactions));
  }

  @Bean
  RecordStorage recordStorage(Dictionary dictionary, DSLContext sql, StartTurn turn) {
    new SchemaUpdate(sql, turn).apply(dictionary);
    return new RecordStorage(sql);
  }

  /** Stands in for the one of Spring Boot, which only connects. */
  @Bean
  DatabaseHealth dbHealthContributor(
      DSLContext sql, PlatformTransactionManager transactions, Clock clock) {
    return new DatabaseHealth(sql, transactions, clock);
  }

  @Bean
  Numbers numbers(DSLContext sql, RecordStorage storage) {
    return new Numbers(sql, storage);
  }

  @Bean
  GivenChanges givenChanges(
      RecordStorage storage, References references, Numbers numbers, Clock clock) {
    return new GivenChanges(storage, references, numbers, clock);
  }

  @Bean
  Deletion deletion(Dictionary dictionary, RecordStorage storage) {
    return new Deletion(dictionary, storage);
  }

  @Bean
  RecordRules recordRules(ObjectProvider<RecordRule> rules) {
    return new RecordRules(rules);
  }

  @Bean
  NameTurns nameTurns(DSLContext sql) {
    return new NameTurns(sql);
  }

  @Bean
  ChangeNotes changeNotes(HybridClock clock) {
    return new ChangeNotes(clock);
  }

  @Bean
  RecordWriter recordWriter(
      RecordStorage storage,
      Numbers numbers,
      NameTurns nameTurns,
      RecordRules rules,
      ChangeNotes notes,
      ApplicationEventPublisher events,
      Clock clock) {
    return new RecordWriter(storage, numbers, nameTurns, rules, notes, events, clock);
  }
}
