package dev.processsync.database;

/** Settles which instance a database is, when it stands elsewhere than before. */
public interface InstanceIdentity {

  /** It is the instance: where it stands now is where it belongs. */
  void isTheInstance();

  /**
   * It is a copy: from now on an instance of its own, with an id that no other has.
   *
   * @return the id that it had
   */
  String becomesAnInstanceOfItsOwn();
}
