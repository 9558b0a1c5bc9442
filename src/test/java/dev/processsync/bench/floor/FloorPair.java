package dev.processsync.bench.floor;

import dev.processsync.bench.Side;
import dev.processsync.bench.SideStart;
import dev.processsync.bench.plain.Door;
import dev.processsync.bench.plain.Outbox;
import dev.processsync.bench.plain.PlainSide;
import dev.processsync.bench.plain.PlainWrites;
import dev.processsync.bench.plain.Post;
import dev.processsync.bench.plain.Tables;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Starts either side. */
public final class FloorPair {

  private FloorPair() {}

  public static Side open(SideStart start) throws IOException {
    DataSource source = start.pool();
    Tables.create(source);
    JdbcTemplate sql = new JdbcTemplate(source);
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
    if (start.sender()) {
      Outbox outbox = new Outbox(sql, Sender.LANES);
      Sender sender = Sender.start(outbox, new Post(start.peer()));
      return PlainSide.sender(
          new PlainWrites(sql, transactions, outbox::add, sender::wake), source, sender);
    }
    Door door = Door.open(new Receiver(sql, transactions, start.applied())::receive);
    return PlainSide.receiver(door.port(), source, door);
  }
}
