package org.folkmoot.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.folkmoot.test.TestDatabase;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The second wall by itself: plain SQL as each role, no Hibernate anywhere. */
class RowLevelSecurityTest {

    private static TestDatabase database;

    @BeforeAll
    static void a_database_with_a_row_of_each_of_two_ics() throws SQLException {
        database = TestStack.current().database("wall").migrate("classpath:db/foundation", "classpath:db/migration");
        for (String tenant : new String[] {"qkk", "qr1"}) {
            try (Connection connection = database.connect("app")) {
                connection.setAutoCommit(false);
                execute(connection, "select set_config('folkmoot.tenant', '" + tenant + "', true)");
                execute(connection, insert(tenant));
                connection.commit();
            }
        }
    }

    private static String insert(String tenant) {
        return "insert into note values ('" + tenant + "', '" + UUID.randomUUID() + "', 'words')";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from note")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void without_a_tenant_there_is_no_row_to_see_or_write() throws SQLException {
        try (Connection connection = database.connect("app")) {
            assertThat(count(connection)).isZero();
            assertThatThrownBy(() -> execute(connection, insert("qkk"))).hasMessageContaining("row-level security");
        }
    }

    @Test
    void a_tenant_sees_its_own_rows_and_writes_no_other_s() throws SQLException {
        try (Connection connection = database.connect("app")) {
            connection.setAutoCommit(false);
            execute(connection, "select set_config('folkmoot.tenant', 'qkk', true)");
            assertThat(count(connection)).isEqualTo(1);
            assertThatThrownBy(() -> execute(connection, insert("qr1"))).hasMessageContaining("row-level security");
            connection.rollback();
            execute(connection, "select set_config('folkmoot.tenant', 'qkk', true)");
            assertThatThrownBy(() -> execute(connection, "update note set tenant_id = 'qr1'"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void the_setting_is_gone_with_its_transaction() throws SQLException {
        try (Connection connection = database.connect("app")) {
            connection.setAutoCommit(false);
            execute(connection, "select set_config('folkmoot.tenant', 'qkk', true)");
            connection.commit();
            assertThat(count(connection)).isZero();
        }
    }

    @Test
    void one_statement_can_set_the_tenant_and_do_the_work() throws SQLException {
        try (Connection connection = database.connect("app");
                var statement = connection.prepareStatement(
                        "select set_config('folkmoot.tenant', ?, true); select count(*) from note")) {
            statement.setString(1, "qkk");
            statement.execute();
            assertThat(statement.getMoreResults()).isTrue();
            statement.getResultSet().next();
            assertThat(statement.getResultSet().getLong(1)).isEqualTo(1);
            assertThat(count(connection)).isZero();
        }
    }

    @Test
    void the_owner_stands_behind_the_wall_too() throws SQLException {
        try (Connection connection = database.connect("owner")) {
            assertThat(count(connection)).isZero();
        }
    }

    @Test
    void no_role_of_a_service_can_step_over_it() throws SQLException {
        try (Connection connection = TestStack.current().superuser("wall");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select rolname from pg_roles where rolname like 'wall_%' and (rolsuper or rolbypassrls)")) {
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void the_application_cannot_change_the_wall() throws SQLException {
        try (Connection connection = database.connect("app")) {
            for (String attempt : new String[] {
                "alter table note disable row level security",
                "drop policy tenant on note",
                "truncate note",
                "create table mine (id int)",
                "create view everything as select * from note",
                "set role wall_owner"
            }) {
                assertThatThrownBy(() -> execute(connection, attempt)).isInstanceOf(SQLException.class);
            }
        }
    }
}
