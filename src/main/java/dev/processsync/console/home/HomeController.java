package dev.processsync.console.home;

import dev.processsync.record.Actor;
import dev.processsync.record.CurrentActor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page that people come to after the login. */
@Controller
class HomeController {

  private final CurrentActor currentActor;
  private final RemoteSystemStates states;
  private final SetupSteps steps;
  private final OpenIncidents incidents;

  HomeController(
      CurrentActor currentActor,
      RemoteSystemStates states,
      SetupSteps steps,
      OpenIncidents incidents) {
    this.currentActor = currentActor;
    this.states = states;
    this.steps = steps;
    this.incidents = incidents;
  }

  @GetMapping("/")
  String root() {
    return "redirect:/console";
  }

  @GetMapping("/console")
  String home(Model model) {
    Actor actor = currentActor.get();
    model.addAttribute("steps", steps.of(actor));
    states.of(actor).ifPresent(each -> model.addAttribute("states", each));
    incidents.of(actor).ifPresent(each -> model.addAttribute("incidents", each));
    return "home";
  }
}
