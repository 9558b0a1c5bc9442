package dev.processsync.bench;

/** Changes incidents of A, each change a transaction with whatever makes it travel to B. */
public interface IncidentWrites {

  /** Returns the new incident's sys_id. */
  String create(IncidentValues values);

  void update(String sysId, IncidentValues values);
}
