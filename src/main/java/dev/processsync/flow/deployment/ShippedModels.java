package dev.processsync.flow.deployment;

/** The models that come with the product: flows rely on them, so only the product changes them. */
public interface ShippedModels {

  /** Whether a process with this key comes with the product. */
  boolean has(String key);

  /** Whether this is the model that comes with the product under that key, byte for byte. */
  boolean isModel(String key, byte[] bpmn);
}
