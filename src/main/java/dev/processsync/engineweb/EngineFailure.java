package dev.processsync.engineweb;

import dev.processsync.login.ApiErrors;
import dev.processsync.login.TooManyTries;
import dev.processsync.problem.TableProblem;
import dev.processsync.record.Refusal;
import dev.processsync.web.EngineType;
import dev.processsync.web.ErrorAnswer;
import dev.processsync.web.Failures;
import dev.processsync.web.StatusWords;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * What the engine's REST API answers to a failure: our own refusals are refusals there too, and
 * what the caller did wrong is no failure of the server.
 */
final class EngineFailure {

  private static final int CONFLICT = 409;
  private static final int LONGEST_CHAIN = 20;

  /**
   * Whose exceptions say that something given is not right: the engine's, and what it reads with.
   */
  private static final List<String> REFUSING =
      List.of("org.camunda.", "org.xml.sax.", "com.fasterxml.jackson.", "spinjar.");

  private EngineFailure() {}

  /** The engine's own handlers name the same three; they are asked in the order of priority. */
  @Priority(EngineAnswers.FIRST)
  static final class OfAnyKind implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
      return EngineFailure.toResponse(failure);
    }
  }

  @Priority(EngineAnswers.FIRST)
  static final class OfTheEngine implements ExceptionMapper<ProcessEngineException> {
    @Override
    public Response toResponse(ProcessEngineException failure) {
      return EngineFailure.toResponse(failure);
    }
  }

  @Priority(EngineAnswers.FIRST)
  static final class OfTheRestApi implements ExceptionMapper<RestException> {
    @Override
    public Response toResponse(RestException failure) {
      return EngineFailure.toResponse(failure);
    }
  }

  private static Response toResponse(Throwable failure) {
    List<Throwable> chain =
        Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .limit(LONGEST_CHAIN)
            .toList();
    if (failure instanceof TooManyTries tooMany) {
      String seconds = Long.toString(tooMany.seconds());
      int status = ApiErrors.TOO_MANY_REQUESTS;
      Response answer = answer(status, ErrorAnswer.of("Too Many Requests", tooMany.advice()));
      return Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, seconds).build();
    }
    Optional<Refusal> refusal =
        chain.stream().flatMap(cause -> refusal(cause).stream()).findFirst();
    if (refusal.isPresent()) {
      return answer(refusal.get().status().value(), refusal.get().answer());
    }
    Optional<Throwable> worded = chain.stream().filter(EngineFailure::isOurs).findFirst();
    if (worded.isPresent()) {
      String reason = Objects.requireNonNullElse(worded.get().getMessage(), "");
      int status =
          worded.get() instanceof RestException rest ? rest.getStatus().getStatusCode() : 400;
      return answer(status, ErrorAnswer.of(StatusWords.title(status), reason));
    }
    if (failure instanceof WebApplicationException web) {
      int status = web.getResponse().getStatus();
      return answer(status, ErrorAnswer.of(StatusWords.title(status), StatusWords.detail(status)));
    }
    Response asTheEngineSays = ExceptionHandlerHelper.getInstance().getResponse(failure);
    if (asTheEngineSays.getStatus() < 500) {
      return asTheEngineSays;
    }
    if (!chain.stream().allMatch(EngineFailure::isOfTheEngine)) {
      return unforeseen(failure);
    }
    // What the engine refuses in words of its own is no failure of the server.
    int status = chain.stream().flatMap(EngineFailure::fault).findFirst().orElse(400);
    return Response.fromResponse(asTheEngineSays).status(status).build();
  }

  private static Optional<Refusal> refusal(Throwable cause) {
    return cause instanceof TableProblem problem
        ? Optional.of(Refusal.of(problem))
        : Refusal.ofDatabase(cause);
  }

  /** Ours say in words what is wrong with what they were given. */
  private static boolean isOurs(Throwable cause) {
    return cause.getClass().getName().startsWith("dev.processsync.");
  }

  private static boolean isOfTheEngine(Throwable cause) {
    return REFUSING.stream().anyMatch(cause.getClass().getName()::startsWith);
  }

  /** Where another status than 400 says more. */
  private static Stream<Integer> fault(Throwable cause) {
    if (cause instanceof NotFoundException) {
      return Stream.of(404);
    } else if (cause instanceof OptimisticLockingException
        || cause instanceof SuspendedEntityInteractionException) {
      return Stream.of(CONFLICT);
    }
    return Stream.empty();
  }

  private static Response unforeseen(Throwable failure) {
    String reference = Failures.log("request", "to the engine", failure);
    return answer(500, ErrorAnswer.of("Internal error", Failures.toCaller(reference)));
  }

  private static Response answer(int status, ErrorAnswer answer) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(answer.asMapOfEngine(EngineType.of(status)))
        .build();
  }
}
