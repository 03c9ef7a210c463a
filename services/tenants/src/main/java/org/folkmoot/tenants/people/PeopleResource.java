package org.folkmoot.tenants.people;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenants.realm.KeycloakSilent;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The people of the caller's ICS, for its administrators; their names also for those who fill seats and hand out actions. */
@Path("/people")
@RolesAllowed(Roles.ICS_ADMIN)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "People",
        description = "Who has an account at the ICS of the token, in which roles, for which organisations. For that"
                + " ICS's administrators.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class PeopleResource {

    private static final int MOST_NAMES = 50;
    private static final String SEEN = "The ETag of the person as you saw them.";
    private static final String WORDS = "Parts of names or of the mail address, divided by spaces; all must be found.";

    private static final Table.Columns<PersonView> COLUMNS = Table.<PersonView>columns()
            .text("Last name", PersonView::lastName)
            .text("First name", PersonView::firstName)
            .text("Mail", PersonView::mail)
            .text("Username", PersonView::username)
            .bool("Enabled", PersonView::enabled)
            .text("Roles", person -> String.join(" ", person.roles()))
            .text("Organisations", person -> String.join(" ", person.organisations()));

    private final AdministerPeople administer;
    private final Accounts accounts;

    PeopleResource(AdministerPeople administer, Accounts accounts) {
        this.administer = administer;
        this.accounts = accounts;
    }

    /** A part of the people. */
    @GET
    @Operation(
            operationId = "listPeople",
            summary = "The people of the ICS",
            description = "As a file with Accept or format: CSV, XLSX.")
    @APIResponse(
            responseCode = "200",
            description = "A part of them; next is the cursor of the next part.",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "items",
                                                        type = SchemaType.ARRAY,
                                                        implementation = PersonView.class),
                                                @SchemaProperty(name = "next", type = SchemaType.STRING)
                                            })))
    public Page<PersonView> list(
            @Parameter(description = WORDS) @RestQuery @Size(max = 100) @Nullable String q,
            @Parameter(description = "Only those with this role.")
                    @RestQuery
                    @Pattern(regexp = IcsRole.PATTERN, message = IcsRole.REFUSAL)
                    @Nullable
                    String role,
            @Parameter(description = "Only those who act for this organisation.") @RestQuery @Nullable
                    OdsCode organisation,
            @Parameter(description = "By username, by last name and first name, or the newest account first.")
                    @RestQuery
                    @DefaultValue("username")
                    @Pattern(regexp = PeopleOrder.PATTERN)
                    String sort,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return accounts.page(PeopleSearch.of(q, role, organisation), PeopleOrder.of(sort), cursor, limit);
    }

    /** All of them in a file. */
    @GET
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Operation(hidden = true)
    public Table<PersonView> export(
            @RestQuery @Size(max = 100) @Nullable String q,
            @RestQuery @Pattern(regexp = IcsRole.PATTERN, message = IcsRole.REFUSAL) @Nullable String role,
            @RestQuery @Nullable OdsCode organisation,
            @RestQuery @DefaultValue("username") @Pattern(regexp = PeopleOrder.PATTERN) String sort) {
        return COLUMNS.table(
                "people", accounts.all(PeopleSearch.of(q, role, organisation), PeopleOrder.of(sort)).stream());
    }

    /** People by name, for whoever fills seats or hands out actions. */
    @GET
    @Path("/names")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER, Roles.ICS_ADMIN})
    @Operation(
            operationId = "findPeople",
            summary = "Find people of the ICS by name, to fill a seat, to stand for one, or to do something",
            description =
                    "Only names are searched, and only names and organisations are told: no mail address, no role. Who"
                            + " is disabled is left out. For secretaries and executive managers, too.")
    public Page<PersonName> names(
            @Parameter(description = "Parts of the name, divided by spaces; all must be found.", required = true)
                    @RestQuery
                    @NotNull
                    @Size(min = 2, max = 100)
                    @Pattern(regexp = ".*\\S.*\\S.*", message = "must have two letters")
                    String q,
            @RestQuery @DefaultValue("20") @Min(1) @Max(MOST_NAMES) int limit) {
        return new Page<>(accounts.names(PeopleSearch.of(q, null, null), limit), null);
    }

    /** One person. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getPerson", summary = "One person")
    @APIResponse(
            responseCode = "200",
            description = "The person. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response get(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return accounts.find(id.toString())
                .map(person -> person.tag().answer(ifNoneMatch, () -> person))
                .orElseGet(() -> Problem.of(CommonProblem.NOT_FOUND).toResponse());
    }

    /** Gives a person an account, which has no password yet. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "addPerson",
            summary = "Give a person an account",
            description =
                    "The account has no password yet: have one made with resetPerson. The answer has no body, since"
                            + " it is kept for a day to be repeated; the person is at Location.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "Names this request, so that repeating it does no harm.",
            schema = @Schema(implementation = String.class))
    @APIResponse(
            responseCode = "201",
            description = "The account is there.",
            headers = {
                @Header(
                        name = "Location",
                        description = "The person.",
                        schema = @Schema(implementation = String.class)),
                @Header(
                        name = "ETag",
                        description = "What a change asks for in If-Match.",
                        schema = @Schema(implementation = String.class))
            })
    public Response add(@Valid @NotNull PersonRequest person) throws SQLException {
        return answer(
                administer.add(person), added -> added.tag().on(Response.created(URI.create("/people/" + added.id()))));
    }

    /** Makes a person what the request says. */
    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changePerson",
            summary = "Change a person's name, mail, roles and organisations",
            description =
                    "In the person's next token, after five minutes at most. Who becomes an administrator has to sign"
                            + " in again.")
    @APIResponse(
            responseCode = "200",
            description = "The person as they are now.",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response change(
            @RestPath UUID id,
            @Parameter(required = true, description = SEEN) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull PersonRequest person)
            throws SQLException {
        return answer(administer.change(id.toString(), ifMatch, person), PeopleResource::shown);
    }

    /** Shuts an account. */
    @POST
    @Path("/{id}/disable")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "disablePerson",
            summary = "Disable a person's account",
            description = "Sessions end at once; a token that is out is good for five minutes at most. Nothing is"
                    + " removed.")
    @APIResponse(
            responseCode = "200",
            description = "The person as they are now.",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response disable(
            @RestPath UUID id,
            @Parameter(required = true, description = SEEN) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Reason why)
            throws SQLException {
        return answer(administer.enable(id.toString(), ifMatch, false, why.reason()), PeopleResource::shown);
    }

    /** Opens a disabled account. */
    @POST
    @Path("/{id}/enable")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "enablePerson", summary = "Enable a person's account again")
    @APIResponse(
            responseCode = "200",
            description = "The person as they are now.",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response enable(
            @RestPath UUID id,
            @Parameter(required = true, description = SEEN) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull Reason why)
            throws SQLException {
        return answer(administer.enable(id.toString(), ifMatch, true, why.reason()), PeopleResource::shown);
    }

    /** Has a new password chosen. */
    @POST
    @Path("/{id}/reset")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resetPerson",
            summary = "Give a person a new way in",
            description =
                    "The old password and all sessions end. Where the ICS's realm has a mail server and the person"
                            + " an address, a mail asks for a new password; else the answer holds a temporary one, this once."
                            + " Repeating it makes another.")
    @APIResponse(
            responseCode = "200",
            description = "How the person gets it.",
            content = @Content(schema = @Schema(implementation = ResetView.class)))
    public Response reset(@RestPath UUID id, @Valid @NotNull ResetRequest why) throws SQLException {
        return answer(administer.reset(id.toString(), why), Response::ok);
    }

    @ServerExceptionMapper
    public Response silent(KeycloakSilent failure) {
        return AdministerPeople.silent("Try again in a moment.").toResponse();
    }

    private static Response.ResponseBuilder shown(PersonView person) {
        return person.tag().on(Response.ok(person));
    }

    private static <T> Response answer(
            Administered<T> administered, Function<T, Response.ResponseBuilder> representation) {
        return switch (administered) {
            case Administered.Done<T>(T result) -> representation.apply(result).build();
            case Administered.Refused<T>(Problem problem) -> problem.toResponse();
        };
    }
}
