package dev.processsync.tableapi;

import dev.processsync.OnPostgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** As in {@link EmojiTest}, on PostgreSQL. */
@Import(OnPostgres.class)
@DirtiesContext
class EmojiOnPostgresTest extends EmojiTest {

  @Override
  int tooNarrow() {
    return 159;
  }
}
