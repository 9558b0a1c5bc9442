package dev.processsync.console.page;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page; what it sends is taken by the security chain. */
@Controller
class LoginController {

  private final String instance;

  LoginController(@Value("${process-sync.instance.name:instance}") String instance) {
    this.instance = instance;
  }

  @GetMapping("/login")
  String login(Model model) {
    model.addAttribute("instance", instance);
    return "login";
  }
}
