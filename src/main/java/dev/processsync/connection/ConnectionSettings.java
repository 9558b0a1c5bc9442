package dev.processsync.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How patient this instance is with others.
 *
 * @param connectTimeout how long another instance may take to accept a connection
 * @param requestTimeout how long it may take to answer a request completely
 * @param maxAnswer how much of an answer is read; a longer one counts as none
 */
@ConfigurationProperties("process-sync.connection")
record ConnectionSettings(
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("30s") Duration requestTimeout,
    @DefaultValue("4MB") DataSize maxAnswer) {}
