package dev.processsync.identity;

import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Teaches the engine our names, our hashes and our tables. An identity plugin that brings a
 * provider of its own (LDAP, Keycloak) keeps it.
 */
@Component
class IdentityEnginePlugin extends AbstractProcessEnginePlugin {

  private final EngineIdentityProvider.Factory provider;
  private final PasswordRule passwords;

  IdentityEnginePlugin(
      ObjectProvider<EngineMirror> mirror, ObjectProvider<Users> users, PasswordRule passwords) {
    this.passwords = passwords;
    this.provider = new EngineIdentityProvider.Factory(mirror, users);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    if (engine.getIdentityProviderSessionFactory() == null) {
      engine.setIdentityProviderSessionFactory(provider);
    }
    engine.setResourceAuthorizationProvider(new RolesDecide());
    engine.setPasswordEncryptor(new SlowHash());
    engine.setPasswordPolicy(passwords);
    engine.setEnablePasswordPolicy(true);
    engine.setUserResourceWhitelistPattern(Names.LOGIN.pattern());
    engine.setGroupResourceWhitelistPattern(Names.GROUP.pattern());
    engine.setAdminGroups(List.of(Groups.CAMUNDA_ADMIN, Role.ADMIN));
  }
}
