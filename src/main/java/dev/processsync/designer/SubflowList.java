package dev.processsync.designer;

import java.util.List;
import java.util.Optional;

/** Drafts and published subflows as one list, for those who show it. */
public interface SubflowList {

  /** By key. */
  List<Subflow> all();

  /** Empty if no draft and no published subflow has this key. */
  Optional<Subflow> find(String key);
}
