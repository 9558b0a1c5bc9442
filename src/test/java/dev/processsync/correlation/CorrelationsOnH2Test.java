package dev.processsync.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.processsync.H2Plan;
import dev.processsync.InstanceTest;
import dev.processsync.dictionary.SysId;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A turn's look-up costs the same, however many correlations there are. */
@InstanceTest
class CorrelationsOnH2Test {

  @Autowired private Correlations correlations;
  @Autowired private TransactionTemplate transaction;
  @Autowired private DSLContext sql;

  @Test
  void areFoundByTheirRecordsAlone() {
    String remote = SysId.next();
    transaction.executeWithoutResult(
        status -> {
          for (int i = 0; i < 1_000; i++) {
            correlations.mint(remote, "incident", "record " + i);
          }
        });

    long read =
        H2Plan.rowsRead(
            sql,
            CorrelationStore.selectAll(sql, CorrelationRows.LOCAL_RECORD),
            new String[] {"record 5", "record 7"},
            remote);

    assertThat(read).isLessThan(20);
  }
}
