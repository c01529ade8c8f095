package jianglian.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
  private Path folder;

  /// A copy of one cluster that was made once.
  @BeforeEach
  void take_a_folder() {
    folder = Folders.prepared();
  }

  @AfterEach
  void delete_the_folder() {
    Folders.discard(folder);
  }

  @Test
  void the_running_server_loses_nothing_that_was_acknowledged() throws Exception {
    try (var database = EmbeddedDatabase.start(folder);
        var connection = connect(database)) {
      var settings =
          query(
              connection,
              """
              select name || '=' || setting from pg_settings
              where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'wal_level', 'data_checksums',
                'zero_damaged_pages', 'ignore_checksum_failure')
              """);
      assertThat(settings)
          .containsExactlyInAnyOrder(
              "fsync=on",
              "synchronous_commit=on",
              "full_page_writes=on",
              "wal_level=replica",
              "data_checksums=on",
              "zero_damaged_pages=off",
              "ignore_checksum_failure=off");
      assertThat(
              query(
                  connection,
                  "select name from pg_settings where name in (%s) and source <> 'command line'"
                      .formatted(names())))
          .as("settings that a file could overrule")
          .isEmpty();
    }
  }

  @Test
  void nobody_gets_in_without_the_password() throws Exception {
    try (var database = EmbeddedDatabase.start(folder)) {
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", ""))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "postgres"))
          .isInstanceOf(SQLException.class);
      try (var connection = connect(database)) {
        assertThat(query(connection, "select auth_method from pg_hba_file_rules"))
            .containsOnly("scram-sha-256");
        assertThat(query(connection, "show listen_addresses")).containsExactly("127.0.0.1");
        assertThat(query(connection, "show unix_socket_directories")).containsExactly("");
      }
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("password"))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
        .isEqualTo("rwx------");
  }

  @Test
  void committed_rows_survive_a_killed_postmaster() throws Exception {
    var database = EmbeddedDatabase.start(folder);
    execute(
        database, "create table kept (id int); insert into kept select generate_series(1, 1000)");
    postmaster().destroyForcibly();
    postmaster().onExit().join();
    database.close();
    try (var again = EmbeddedDatabase.start(folder);
        var connection = connect(again)) {
      assertThat(query(connection, "select count(*) from kept")).containsExactly("1000");
    }
  }

  @Test
  void a_server_left_behind_by_a_killed_process_is_stopped_first() throws Exception {
    var process = Holder.start(folder);
    try (var joined = EmbeddedDatabase.join(folder)) {
      execute(joined, "create table kept (id int); insert into kept values (7)");
    }
    var left = postmaster();
    process.destroyForcibly().waitFor();
    assertThat(left.isAlive()).as("the server outlives the killed process").isTrue();
    try (var again = EmbeddedDatabase.start(folder);
        var connection = connect(again)) {
      left.onExit().get(20, TimeUnit.SECONDS);
      assertThat(query(connection, "select id from kept")).containsExactly("7");
    }
  }

  @Test
  void two_on_one_folder_are_refused_and_the_first_goes_on() throws Exception {
    var process = Holder.start(folder);
    try {
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("is in use by another Jianglian process (pid " + process.pid());
      try (var joined = EmbeddedDatabase.join(folder);
          var connection = connect(joined)) {
        assertThat(query(connection, "select 1")).containsExactly("1");
      }
      assertThat(postmaster().isAlive()).as("joining and leaving stops nothing").isTrue();
    } finally {
      process.destroyForcibly().waitFor();
      EmbeddedDatabase.start(folder).close();
    }
  }

  @Test
  void a_pid_file_whose_number_belongs_to_another_program_does_no_harm() throws Exception {
    var lines =
        "%d\n%s\n1700000000\n5999\n\n127.0.0.1\n"
            .formatted(ProcessHandle.current().pid(), folder.resolve("data"));
    Files.writeString(folder.resolve("data/postmaster.pid"), lines);
    EmbeddedDatabase.start(folder).close();
  }

  @Test
  void a_torn_pid_file_does_no_harm() throws Exception {
    Files.writeString(folder.resolve("data/postmaster.pid"), "");
    EmbeddedDatabase.start(folder).close();
  }

  @Test
  void data_half_made_by_a_killed_process_are_made_anew() throws Exception {
    Folders.delete(folder.resolve("data"));
    Files.createDirectories(folder.resolve("data.new/base"));
    Files.writeString(folder.resolve("data.new/PG_VERSION"), "18\n");
    EmbeddedDatabase.start(folder).close();
    assertThat(folder.resolve("data.new")).doesNotExist();
  }

  @Test
  void data_of_another_major_version_are_refused() throws Exception {
    Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("are of PostgreSQL 17, this program brings 18");
  }

  @Test
  void a_port_that_was_just_taken_is_not_insisted_on() throws Exception {
    var free = freePort();
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Iterator<Integer> ports = List.of(taken.getLocalPort(), free).iterator();
      try (var database = EmbeddedDatabase.start(folder, ports::next)) {
        assertThat(database.url()).contains(":" + free + "/");
      }
    }
  }

  @Test
  void a_folder_that_cannot_be_written_is_said_so() throws Exception {
    var file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("postgres")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void a_lost_password_file_is_said_so() throws Exception {
    Files.delete(folder.resolve("password"));
    assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("password file");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private ProcessHandle postmaster() throws IOException {
    var pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst().strip();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> query(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var answer = new ArrayList<String>();
      while (rows.next()) answer.add(rows.getString(1));
      return answer;
    }
  }

  private static String names() {
    return EmbeddedDatabase.DURABILITY.keySet().stream()
        .map(it -> "'" + it + "'")
        .collect(Collectors.joining(", "));
  }
}
