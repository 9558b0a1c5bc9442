package dev.processsync.login;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets the engine's own doors ask for passwords as ours do. */
@Component
class LoginEnginePlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<GuardedPasswords> passwords;

  LoginEnginePlugin(ObjectProvider<GuardedPasswords> passwords) {
    this.passwords = passwords;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setIdentityService(new GuardedIdentityService(passwords::getObject));
    // WrongPasswords counts; what the engine has for it would let a stranger shut others out.
    engine.setLoginMaxAttempts(Integer.MAX_VALUE);
  }
}
