package dev.processsync.queue.lane;

import dev.processsync.OnPostgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** As {@link DeleteBrakeTest}, on PostgreSQL. */
@Import(OnPostgres.class)
@DirtiesContext
class DeleteBrakeOnPostgresTest extends DeleteBrakeTest {}
