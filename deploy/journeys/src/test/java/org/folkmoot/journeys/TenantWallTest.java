package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.test.TestDatabase;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Decision 3, of every table that any service's migrations make. */
class TenantWallTest {

    private static TestDatabase spoilt;

    @BeforeAll
    static void a_database_to_spoil() {
        spoilt = ServiceDatabases.migrated("tenants", "wall_spoilt");
    }

    static List<String> every_service_with_a_database() throws Exception {
        try (Stream<Path> services = Files.list(Project.root().resolve("services"))) {
            return services.filter(service -> Files.isDirectory(service.resolve("src/main/resources/db/migration")))
                    .map(service -> service.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("every_service_with_a_database")
    void the_second_wall_stands_around_every_table_of_a_tenant(String service) throws SQLException {
        // Given
        TestDatabase database = ServiceDatabases.migrated(service, "wall_" + service);
        // When, Then
        try (Connection connection = TestStack.current().superuser(database.name())) {
            assertThat(TenantWall.holes(connection, database)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            alter table mine disable row level security | mine has no row-level security
            alter table mine no force row level security | mine does not force row-level security
            drop policy tenant on mine | mine has no policy of its tenant
            alter policy tenant on mine using (true) | mine has no policy of its tenant
            alter policy tenant on mine with check (true) | mine has no policy of its tenant
            alter policy tenant on mine to wall_spoilt_read | mine has no policy of its tenant
            create policy all_see on mine for select using (true) | mine lets the application in by the policy all_see
            create policy app_sees on mine for select to wall_spoilt_app using (true) | mine lets the application in by the policy app_sees
            grant truncate on mine to wall_spoilt_app | mine is emptied by the application
            alter table mine drop constraint mine_pkey cascade; alter table mine alter tenant_id drop not null, add primary key (id) | mine takes rows of no tenant, mine has the key mine_pkey
            alter table mine add unique (name) | mine has the key mine_name_key, which does not begin with tenant_id
            alter table mine add unique (name, tenant_id) | mine has the key mine_name_tenant_id_key, which does not begin with tenant_id
            create unique index ux on mine (lower(name), tenant_id) | mine has the key ux, which does not begin with tenant_id
            alter table mine add constraint ex exclude (name with =) | mine has the key ex, which does not begin with tenant_id
            alter table mine add unique (id), add constraint fk foreign key (other) references mine (id) | mine has the key mine_id_key, mine has the foreign key fk
            alter table mine add constraint fk foreign key (other) references shared (id) | mine has the foreign key fk, which does not begin with tenant_id
            alter table shared add tenant text, add constraint fk foreign key (tenant, id) references mine (tenant_id, id) | shared has the foreign key fk, which does not begin with tenant_id
            create view seen as select * from mine | seen looks with its owner's rights
            create view seen with (security_invoker = false) as select * from mine | seen looks with its owner's rights
            create materialized view copied as select * from mine | copied is a copy that no policy guards
            create table late partition of folkmoot.outbox for values from ('2000-01-01') to ('2000-01-02') | late has no row-level security
            grant select on folkmoot.outbox_default to wall_spoilt_app | folkmoot.outbox_default is a partition with a door of its own
            grant insert on folkmoot.outbox_stalled to wall_spoilt_app | folkmoot.outbox_stalled has the key pk_outbox_stalled, folkmoot.outbox_stalled has the key uq_outbox_stalled_seq
            alter table mine owner to wall_spoilt_app | mine is emptied by the application, wall_spoilt_app owns table mine
            alter role wall_spoilt_app bypassrls | wall_spoilt_app passes row-level security
            alter role wall_spoilt_relay superuser | wall_spoilt_relay is a superuser
            alter role wall_spoilt_relay createrole | wall_spoilt_relay makes roles
            grant wall_spoilt_owner to wall_spoilt_read | wall_spoilt_read can become wall_spoilt_owner
            """)
    void a_hole_in_it_is_found(String spoil, String found) throws SQLException {
        try (Connection connection = TestStack.current().superuser(spoilt.name());
                Statement statement = connection.createStatement()) {
            // Given
            connection.setAutoCommit(false);
            statement.execute("""
                    create table shared (id uuid primary key);
                    create table mine (tenant_id text, id uuid, name text, other uuid, primary key (tenant_id, id),
                        foreign key (tenant_id, other) references mine (tenant_id, id));
                    call folkmoot.protect('mine');
                    create view looked_at with (security_invoker = true) as select * from mine;
                    """);
            assertThat(TenantWall.holes(connection, spoilt)).isEmpty();
            // When
            statement.execute(spoil);
            List<String> holes = TenantWall.holes(connection, spoilt);
            connection.rollback();
            // Then
            List<String> expected = List.of(found.split(", (?!which)"));
            assertThat(holes)
                    .hasSameSizeAs(expected)
                    .allMatch(hole -> expected.stream().anyMatch(hole::startsWith));
        }
    }
}
