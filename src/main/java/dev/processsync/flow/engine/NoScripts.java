package dev.processsync.flow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptBindingsFactory;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptingEngines;
import org.jspecify.annotations.Nullable;

/**
 * An engine that knows no script language at all, whatever lies on the class path, and that would
 * show a script nothing: a place where models may have scripts that the policy overlooked stays one
 * where nothing runs.
 */
final class NoScripts implements ScriptEngineResolver {

  static void in(ProcessEngineConfigurationImpl engine) {
    NoScripts none = new NoScripts();
    engine.setScriptEngineResolver(none);
    // Spring's configuration puts the beans into this list; nobody reads it.
    engine.setResolverFactories(new ArrayList<>());
    engine.setBeans(Map.of());
    engine.setScriptingEngines(new ScriptingEngines(new ScriptBindingsFactory(List.of()), none));
    engine.setEnableFetchScriptEngineFromProcessApplication(false);
    engine.setEnableScriptEngineLoadExternalResources(false);
    engine.setEnableScriptEngineNashornCompatibility(false);
    engine.setConfigureScriptEngineHostAccess(false);
  }

  @Override
  public @Nullable ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    return null;
  }

  /** The JDK itself has no script engine. */
  @Override
  public ScriptEngineManager getScriptEngineManager() {
    return new ScriptEngineManager(ClassLoader.getPlatformClassLoader());
  }

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    // None is wanted.
  }
}
