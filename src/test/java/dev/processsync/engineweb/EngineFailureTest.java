package dev.processsync.engineweb;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.stream.Stream;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineFailureTest {

  /** As H2's driver and PostgreSQL's say it, in what the engine wraps around it. */
  static Stream<Throwable> cancelled() {
    Throwable ofH2 =
        new PersistenceException(
            "### SQL: select distinct RES.* from ACT_RU_TASK RES",
            new SQLTimeoutException("Statement was canceled or the session timed out", "57014"));
    Throwable ofPostgres =
        new PersistenceException(
            new SQLException("ERROR: canceling statement due to statement timeout", "57014"));
    return Stream.of(
        ofH2,
        new ProcessEngineException(
            "ENGINE-03004 Exception while executing Database Operation", ofH2),
        new ProcessEngineException(ofPostgres),
        new RestException(Response.Status.INTERNAL_SERVER_ERROR, new Exception(ofPostgres), "no"));
  }

  @ParameterizedTest
  @MethodSource("cancelled")
  void aStatementThatTookTooLongIsARefusalThatSaysWhatToDo(Throwable failure) {
    Response answer = new EngineFailure.OfAnyKind().toResponse(failure);

    assertThat(answer.getStatus()).isEqualTo(400);
    assertThat(answer.getEntity().toString())
        .contains("takes too long", "Ask for less", "status=failure", "InvalidRequestException")
        .doesNotContain("select distinct", "ACT_", "ENGINE-", "57014", "java.");
  }
}
