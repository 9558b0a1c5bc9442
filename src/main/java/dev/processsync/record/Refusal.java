package dev.processsync.record;

import dev.processsync.problem.AccessDenied;
import dev.processsync.problem.InvalidQuery;
import dev.processsync.problem.InvalidRecord;
import dev.processsync.problem.NoSuchField;
import dev.processsync.problem.NoSuchRecord;
import dev.processsync.problem.NoSuchTable;
import dev.processsync.problem.RecordConflict;
import dev.processsync.problem.StaleRecord;
import dev.processsync.problem.TableProblem;
import dev.processsync.support.CancelledStatement;
import dev.processsync.web.ErrorAnswer;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** How a {@link TableProblem} is told over HTTP, whichever address met it. */
public record Refusal(HttpStatus status, ErrorAnswer answer) {

  /** Of the SQL standard's classes of states: a value that doesn't fit. */
  private static final String UNFIT_DATA = "22";

  /** A key that exists already, or a row that others need. */
  private static final String BROKEN_RULE = "23";

  public static Refusal of(TableProblem problem) {
    String reason = Objects.requireNonNullElse(problem.getMessage(), "");
    if (problem instanceof NoSuchTable) {
      return of(HttpStatus.BAD_REQUEST, "", "Invalid table", reason);
    } else if (problem instanceof NoSuchRecord) {
      return of(
          HttpStatus.NOT_FOUND,
          "",
          "No Record found",
          "Record doesn't exist or ACL restricts the record retrieval");
    } else if (problem instanceof AccessDenied) {
      return of(HttpStatus.FORBIDDEN, "", "User Not Authorized", reason);
    } else if (problem instanceof InvalidQuery) {
      return of(HttpStatus.BAD_REQUEST, "", "Invalid query", reason);
    } else if (problem instanceof InvalidRecord invalid) {
      return of(HttpStatus.BAD_REQUEST, invalid.field(), "Invalid record", reason);
    } else if (problem instanceof NoSuchField unknown) {
      return of(HttpStatus.BAD_REQUEST, unknown.field(), "Invalid record", reason);
    } else if (problem instanceof RecordConflict conflict) {
      return of(HttpStatus.CONFLICT, conflict.field(), "Record conflict", reason);
    } else if (problem instanceof StaleRecord) {
      return of(HttpStatus.PRECONDITION_FAILED, "", "Record was changed", reason);
    }
    throw new IllegalStateException("a problem without an answer", problem);
  }

  /** How a database's refusal of what a caller gave is told; empty for any other failure. */
  public static Optional<Refusal> ofDatabase(Throwable cause) {
    String state =
        cause instanceof SQLException refused && refused.getSQLState() != null
            ? refused.getSQLState()
            : "";
    if (state.startsWith(BROKEN_RULE)) {
      return Optional.of(
          of(
              HttpStatus.CONFLICT,
              "",
              "Record conflict",
              "There is one with this id or name already, or others still need it."));
    } else if (state.startsWith(UNFIT_DATA)) {
      return Optional.of(
          of(
              HttpStatus.BAD_REQUEST,
              "",
              "Invalid record",
              "A value is too long, or of a kind that isn't taken."));
    } else if (CancelledStatement.isTold(cause)) {
      return Optional.of(
          of(
              HttpStatus.BAD_REQUEST,
              "",
              "The request takes too long",
              "The database needed longer for it than it may and was stopped; nothing was changed."
                  + " Ask for less: leave out texts to search for, and filter by ids or keys."));
    }
    return Optional.empty();
  }

  private static Refusal of(HttpStatus status, String field, String message, String detail) {
    return new Refusal(status, ErrorAnswer.at(field, message, detail));
  }
}
