package dev.processsync.tableapi;

import dev.processsync.OnPostgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** As in {@link NamesAtOnceTest}, on PostgreSQL. */
@Import(OnPostgres.class)
@DirtiesContext
class NamesAtOnceOnPostgresTest extends NamesAtOnceTest {}
