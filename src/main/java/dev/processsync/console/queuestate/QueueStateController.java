package dev.processsync.console.queuestate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.processsync.record.CurrentActor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The page Outbound Queue State, and the part of it that is always new. */
@Controller
@RequestMapping("/console/queue-state")
class QueueStateController {

  private final QueueStates states;
  private final CurrentActor currentActor;
  private final ObjectMapper json;

  QueueStateController(QueueStates states, CurrentActor currentActor, ObjectMapper json) {
    this.states = states;
    this.currentActor = currentActor;
    this.json = json;
  }

  @GetMapping
  String page(Model model) throws JsonProcessingException {
    show(model);
    return "queue-state";
  }

  @GetMapping("/part")
  String part(Model model) throws JsonProcessingException {
    show(model);
    return "queue-state :: part";
  }

  private void show(Model model) throws JsonProcessingException {
    QueueState state = states.of(currentActor.get());
    model.addAttribute("state", state);
    model.addAttribute("hours", json.writeValueAsString(state.hours()));
  }
}
