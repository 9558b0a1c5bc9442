package dev.processsync.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

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

  /** The login page for who has tried too often; nobody gets here but by a login. */
  @PostMapping("/login/wait")
  String wait(Model model) {
    return login(model);
  }

  /**
   * For a page whose session ended: who is logged in now, nobody being an empty name, and the token
   * that its scripts need from now on.
   */
  @GetMapping("/login/state")
  @ResponseBody
  Map<String, String> state(HttpServletRequest request, CsrfToken token) {
    return Map.of(
        "user", Objects.requireNonNullElse(request.getRemoteUser(), ""), "token", token.getToken());
  }
}
