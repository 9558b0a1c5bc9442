package dev.processsync.cockpit;

import dev.processsync.problem.AccessDenied;
import dev.processsync.problem.NoSuchRecord;
import dev.processsync.problem.TableProblem;
import dev.processsync.queue.entry.EntryStatus;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * The tab's addresses below Cockpit's API: its session, its protection against forged requests. The
 * engine in the path is for Cockpit, which lets nobody pass who is not logged in to it.
 */
@Path("plugin/" + QueueEntryPlugin.ID)
@Produces(MediaType.APPLICATION_JSON)
public class QueueEntryResource extends AbstractCockpitPluginRootResource {

  private static final String ENTRY = "{engineName}/process-instance/{id}/queue-entry";

  public QueueEntryResource() {
    super(QueueEntryPlugin.ID);
  }

  /** No content if the instance belongs to no queue entry. */
  @GET
  @Path(ENTRY)
  public Response show(@PathParam("id") String processInstance) {
    return answer(tab -> tab.show(processInstance));
  }

  /** The entry as it is afterwards. */
  @POST
  @Path(ENTRY + "/set-ready")
  public Response setReady(@PathParam("id") String processInstance) {
    return answer(tab -> tab.set(processInstance, EntryStatus.READY));
  }

  /** The entry as it is afterwards; the instance has ended. */
  @POST
  @Path(ENTRY + "/skip")
  public Response skip(@PathParam("id") String processInstance) {
    return answer(tab -> tab.set(processInstance, EntryStatus.SKIPPED));
  }

  private Response answer(Function<QueueEntryTab, Optional<EntryView>> asked) {
    try {
      return asked
          .apply(tab())
          .map(view -> Response.ok(view).build())
          .orElseGet(() -> Response.noContent().build());
    } catch (TableProblem problem) {
      throw new RestException(status(problem), String.valueOf(problem.getMessage()));
    } catch (ConcurrencyFailureException | OptimisticLockingException busy) {
      throw new RestException(
          Response.Status.CONFLICT, "The entry is being worked on right now: try again.");
    }
  }

  /** Of the instance that got the request: this object is Cockpit's, not one of its beans. */
  private QueueEntryTab tab() {
    return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
        .getBean(QueueEntryTab.class);
  }

  private static Response.Status status(TableProblem problem) {
    if (problem instanceof AccessDenied) {
      return Response.Status.FORBIDDEN;
    }
    return problem instanceof NoSuchRecord
        ? Response.Status.NOT_FOUND
        : Response.Status.BAD_REQUEST;
  }
}
