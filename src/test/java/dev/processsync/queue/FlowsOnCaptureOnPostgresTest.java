package dev.processsync.queue;

import dev.processsync.InstanceTest;
import dev.processsync.OnPostgres;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/** The same on PostgreSQL, where one statement writes the message and its correlation. */
@InstanceTest
@Import(OnPostgres.class)
@DirtiesContext
class FlowsOnCaptureOnPostgresTest extends FlowsOnCaptureTest {}
