package dev.processsync.outbound;

import dev.processsync.OnPostgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** Nodes race for the start of the error flow as in {@link ErrorFlowTest}, on PostgreSQL. */
@Import(OnPostgres.class)
@DirtiesContext
class ErrorFlowOnPostgresTest extends ErrorFlowTest {}
