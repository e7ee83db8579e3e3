package dev.tollgate.testkit.servers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The file in which ElasticMQ keeps queues and messages. */
final class QueueStore {
  private final Path file;

  QueueStore(Path directory) {
    this.file = directory.toAbsolutePath().resolve("queues");
  }

  /** Without the delay set to zero a killed process loses its last half second of messages. */
  String uri() {
    return "jdbc:h2:file:" + file + ";WRITE_DELAY=0";
  }

  /** What an earlier run left; empty where there was none. */
  List<String> queueNames() {
    List<String> names = new ArrayList<>();
    if (!Files.exists(file.resolveSibling(file.getFileName() + ".mv.db"))) {
      return names;
    }
    try (Connection connection = DriverManager.getConnection(uri(), "", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create table if not exists queue (name varchar unique, data blob)");
      try (ResultSet rows = statement.executeQuery("select name from queue")) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the stored queues cannot be read", e);
    }
    return names;
  }
}
