package dev.processsync.demo;

import java.util.Map;
import java.util.function.UnaryOperator;

/** A copy of a template subflow on an instance: made, edited and published by its key. */
record SubflowCopy(Instance instance, String template, String key) {

  /** Makes the copy's draft; keeps the one that an interrupted tutorial left. */
  String make(String name) {
    try {
      instance.admin().post("subflows/" + template + "/copy", Map.of("key", key, "name", name));
      return "copied subflow " + template + " to " + key;
    } catch (InstanceRefused refused) {
      if (refused.status() == 409) {
        return "kept subflow " + key;
      }
      throw refused;
    }
  }

  void edit(UnaryOperator<SubflowModel> change) {
    SubflowModel model = SubflowModel.parse(instance.admin().subflowModel(key));
    instance.admin().replaceSubflowModel(key, change.apply(model).toXml());
  }

  String publish() {
    instance.admin().post("subflows/" + key + "/publish", Map.of());
    return "published it";
  }
}
