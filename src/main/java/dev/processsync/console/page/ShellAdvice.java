package dev.processsync.console.page;

import dev.processsync.database.CopyGuard;
import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its shell. */
@ControllerAdvice(basePackages = "dev.processsync.console")
class ShellAdvice {

  private final Navigation navigation;
  private final Places places;
  private final CurrentActor currentActor;
  private final CopyGuard guard;
  private final String instance;

  ShellAdvice(
      Navigation navigation,
      Places places,
      CurrentActor currentActor,
      CopyGuard guard,
      @Value("${process-sync.instance.name:instance}") String instance) {
    this.navigation = navigation;
    this.places = places;
    this.currentActor = currentActor;
    this.guard = guard;
    this.instance = instance;
  }

  @ModelAttribute
  void shell(HttpServletRequest request, Model model) {
    Authentication login = (Authentication) request.getUserPrincipal();
    boolean forScript = request.getHeader("X-Requested-With") != null;
    if (login == null || forScript) {
      return; // the login page has no shell, and a part of a page is within one already
    }
    Actor actor = currentActor.get();
    model.addAttribute("held", guard.objection().isPresent());
    String query = request.getQueryString();
    String here = request.getRequestURI() + (query == null ? "" : "?" + query);
    model.addAttribute(
        "shell",
        new Shell(
            instance,
            actor.userName(),
            here,
            places.favourites(actor),
            places.history(actor),
            navigation.of(actor)));
  }
}
