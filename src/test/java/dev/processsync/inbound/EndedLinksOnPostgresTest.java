package dev.processsync.inbound;

import dev.processsync.OnPostgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** As {@link EndedLinksTest}, on PostgreSQL. */
@Import(OnPostgres.class)
@DirtiesContext
class EndedLinksOnPostgresTest extends EndedLinksTest {}
