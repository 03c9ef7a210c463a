package org.folkmoot.portal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.folkmoot.test.TestRealm;
import org.folkmoot.test.TestStack;

/** What tests do to the portal and around it. */
@ApplicationScoped
class Portal {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final IcsDirectory directory;
    private final TenantScope scope;

    Portal(IcsDirectory directory, TenantScope scope) {
        this.directory = directory;
        this.scope = scope;
    }

    /** Two ICSs, both served; the services play well. */
    void begin() {
        state("qkk", "NHS Norfolk and Waveney", IcsState.ACTIVE);
        state("qr1", "NHS Gloucestershire", IcsState.ACTIVE);
        play("");
    }

    void state(String tenant, String name, IcsState state) {
        scope.run(
                Tenant.PLATFORM,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> directory.record(new Ics(
                                Tenant.of(tenant), name, TestRealm.of(tenant).issuer(), state))));
    }

    /** Ends all sessions here; at Keycloak they go on. */
    static void endSessions() {
        rows("delete from session");
    }

    /** Forgets sessions and drafts. */
    static void forgetAll() {
        rows("delete from session");
        rows("delete from draft");
    }

    /** Makes the tokens of all sessions due for renewal. */
    static void makeTokensOld() {
        rows("update session set fresh_until = now() - interval '1 second'");
    }

    /** Makes all that is kept run out. */
    static void makeSessionsRunOut() {
        rows("update session set ends_at = now() - interval '1 second'");
        rows("update draft set ends_at = now() - interval '1 second'");
    }

    /** Sessions and drafts as somebody sees them who reads the whole database: each row as text, bytes as characters. */
    static List<String> everythingKept() {
        var rows = new ArrayList<String>();
        try (var connection = TestStack.current().superuser("portal_test");
                var select = connection.createStatement();
                var found = select.executeQuery("""
                        select s::text || encode(s.sealed, 'escape') from session s
                        union all select d::text || encode(d.sealed, 'escape') from draft d
                        """)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    /** The sessions at Keycloak that belong to those kept here. */
    static List<String> keycloakSessions() {
        var ids = new ArrayList<String>();
        try (var connection = TestStack.current().superuser("portal_test");
                var select = connection.createStatement();
                var found = select.executeQuery("select keycloak_session from session")) {
            while (found.next()) {
                ids.add(found.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    private static void rows(String sql) {
        try (var connection = TestStack.current().superuser("portal_test");
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void play(String moods) {
        ask("POST", "/_play?" + moods);
    }

    static List<String> asked() {
        return List.of(ask("GET", "/_asked").split("\n", -1));
    }

    private static String ask(String method, String path) {
        String registry = ConfigProvider.getConfig().getValue("folkmoot.services.registry", String.class);
        var request = HttpRequest.newBuilder(URI.create(registry.replace("/registry", "") + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
