package dev.processsync.flow.engine;

import dev.processsync.database.StartTurn;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.stereotype.Component;

/**
 * Lets nodes that start together make the engine's tables one after the other, and an instance
 * start again on its own H2 database. There the engine looks for its tables in upper case, does not
 * see them, since our databases keep names in lower case, and would create them once more.
 */
@Component
class EngineTables extends AbstractProcessEnginePlugin {

  private static final String ONE_OF_THEM = "act_ge_property";

  private final StartTurn turn;

  EngineTables(StartTurn turn) {
    this.turn = turn;
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    if (ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE.equals(engine.getDatabaseSchemaUpdate())
        && areThere(engine)) {
      // Neither creation nor check: both would look for tables by their upper-case names.
      engine.setSchemaOperationsCommand(command -> null);
      return;
    }
    Command<Void> make = engine.getSchemaOperationsCommand();
    engine.setSchemaOperationsCommand(
        context -> {
          turn.take(() -> make.execute(context));
          return null;
        });
  }

  private static boolean areThere(ProcessEngineConfigurationImpl engine) {
    try (Connection connection = engine.getDataSource().getConnection()) {
      DatabaseMetaData database = connection.getMetaData();
      if (!database.getDatabaseProductName().equals("H2")
          || !database.storesLowerCaseIdentifiers()) {
        return false;
      }
      try (ResultSet tables =
          database.getTables(null, connection.getSchema(), ONE_OF_THEM, new String[] {"TABLE"})) {
        return tables.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The database can't be asked for the engine's tables", e);
    }
  }
}
