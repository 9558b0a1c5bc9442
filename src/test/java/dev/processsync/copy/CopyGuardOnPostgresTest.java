package dev.processsync.copy;

class CopyGuardOnPostgresTest extends CopyGuardTest {

  @Override
  CopiedDatabase databases() {
    return new CopiedDatabase.OfPostgres();
  }
}
