package org.folkmoot.http;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A service in little, with one of everything that the conventions are about. */
@Path("/trial")
@RunOnVirtualThread
public class TrialResource {

    /** What the slow create waits for, so that the test decides how long it is in progress. */
    static volatile CountDownLatch slow = new CountDownLatch(0);

    static volatile CountDownLatch begun = new CountDownLatch(0);

    record Thing(
            @Nullable String name,
            int size,
            @Nullable Kind kind,
            @Nullable Object deep) {}

    enum Kind {
        SMALL,
        LARGE
    }

    record Created(UUID id, String name) {}

    private static final Table.Columns<Integer> COLUMNS =
            Table.<Integer>columns().integer("Number", n -> n).text("Name", n -> "=thing " + n);

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;

    TrialResource(DataSource database, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @GET
    @Path("/readers")
    @RolesAllowed(Roles.ICS_OBSERVER)
    @Produces(MediaType.TEXT_PLAIN)
    public String readers() {
        return "for readers";
    }

    @GET
    @Path("/cached")
    @PermitAll
    public Response cached() {
        return Response.ok("public")
                .header("Cache-Control", "max-age=60")
                .header("Content-Security-Policy", "default-src 'self'")
                .build();
    }

    @POST
    @Path("/echo")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Thing echo(Thing thing) {
        return thing;
    }

    @POST
    @Path("/raw")
    @PermitAll
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    public long raw(InputStream body) throws IOException {
        return body.transferTo(java.io.OutputStream.nullOutputStream());
    }

    @POST
    @Path("/upload")
    @PermitAll
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public long upload(@RestForm FileUpload file) throws IOException {
        return Files.size(file.uploadedFile());
    }

    @GET
    @Path("/numbers")
    @PermitAll
    public Page<Integer> numbers(@RestQuery @DefaultValue("3") int limit, @RestQuery @Nullable Cursor cursor) {
        long after = cursor == null ? 0 : cursor.number(0);
        List<Integer> fetched = IntStream.rangeClosed(1, 10)
                .filter(n -> n > after)
                .limit(limit + 1L)
                .boxed()
                .toList();
        return Page.of(fetched, limit, Cursor::after);
    }

    @GET
    @Path("/numbers")
    @PermitAll
    @Produces({Table.CSV, Table.XLSX})
    public Table<Integer> table() {
        return COLUMNS.table("numbers", IntStream.rangeClosed(1, 10).boxed());
    }

    @GET
    @Path("/day")
    @PermitAll
    public String day(@RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt) {
        return asAt.date().toString();
    }

    @POST
    @Path("/things")
    @Authenticated
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response create(Thing thing) throws SQLException, InterruptedException {
        String name = String.valueOf(thing.name());
        UUID id = insert(name);
        return switch (name) {
            case "fails" -> throw new IllegalStateException("after the insert");
            case "unavailable" -> Problem.of(CommonProblem.UNAVAILABLE).toResponse();
            case "refused" -> {
                transaction.setRollbackOnly();
                yield Problem.of(CommonProblem.CONFLICT).withDetail("Not now.").toResponse();
            }
            case "noted" ->
                Problem.of(CommonProblem.CONFLICT).withDetail("Never.").toResponse();
            case "slow" -> {
                begun.countDown();
                if (!slow.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody waited for the slow one");
                }
                yield created(id, name);
            }
            default -> created(id, name);
        };
    }

    @POST
    @Path("/shelves/{shelf}/things")
    @Authenticated
    @Idempotent
    @ResponseStatus(201)
    @Transactional
    public Created createAt(@RestPath String shelf) throws SQLException {
        return new Created(insert(shelf), shelf);
    }

    @POST
    @Path("/messages")
    @Authenticated
    @Idempotent(header = "X-Request-Id")
    @Consumes(MediaType.TEXT_PLAIN)
    @Produces(MediaType.TEXT_PLAIN)
    @Transactional
    public String receive(String message) throws SQLException {
        return insert(message).toString();
    }

    @POST
    @Path("/silent")
    @Authenticated
    @Idempotent
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    public void silent(@RestForm FileUpload file, @RestForm String note) throws SQLException {
        insert(note + file.fileName());
    }

    private static Response created(UUID id, String name) {
        return Response.created(URI.create("/trial/things/" + id))
                .header("ETag", EntityTag.of(0).header())
                .entity(Map.of("id", id, "name", name))
                .build();
    }

    private UUID insert(String name) throws SQLException {
        UUID id = UUID.randomUUID();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into thing (tenant_id, id, name) values (folkmoot.current_tenant(), ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.executeUpdate();
        }
        return id;
    }
}
