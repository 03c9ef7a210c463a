package org.folkmoot.registry.contact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.registry.calendar.InCalendar;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Whom to ring. Whoever knows that a contact is right may say so. */
@Path("/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts", description = "Consultants and service leads by specialty and place.")
class ContactResource {

    private static final int EXPORTED = 100_000;

    private static final Table.Columns<ContactView> COLUMNS = Table.<ContactView>columns()
            .text("Specialty", ContactView::specialty)
            .text("Name", ContactView::name)
            .text("Post", ContactView::post)
            .text("Organisation", ContactView::organisation)
            .text("Phone", ContactView::phone)
            .text("Email", ContactView::email)
            .text("Hours", ContactView::hours)
            .text("Confirmed by", ContactView::confirmedBy)
            .date("Confirmed on", ContactView::confirmedOn);

    private final Contacts contacts;
    private final RecordContact record;
    private final Clock clock;

    ContactResource(Contacts contacts, RecordContact record, Clock clock) {
        this.contacts = contacts;
        this.record = record;
        this.clock = clock;
    }

    @GET
    @Path("contacts")
    @Transactional
    @Operation(operationId = "listContacts", summary = "Whom to ring")
    public Page<ContactView> list(
            @Parameter(description = "What the specialty's name holds.") @RestQuery @Size(min = 1, max = 100) @Nullable
                    String specialty,
            @Parameter(description = "Those who serve this place, or the whole ICS.") @RestQuery @Nullable UUID place,
            @Parameter(description = "Those whom nobody has confirmed since this day.") @RestQuery @InCalendar @Nullable
                    LocalDate confirmedBefore,
            @Parameter(
                            description =
                                    "specialty: by specialty, then by name; name: by name; confirmed: whom nobody has"
                                            + " confirmed for longest first")
                    @RestQuery
                    @DefaultValue("specialty")
                    @Pattern(regexp = ContactOrder.PATTERN)
                    String sort,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        ContactOrder order = ContactOrder.of(sort);
        return Page.of(
                        contacts.page(
                                new Contacts.Filter(specialty, place, confirmedBefore),
                                today(),
                                order,
                                cursor,
                                limit + 1),
                        limit,
                        order::after)
                .map(Contact::view);
    }

    @GET
    @Path("contacts")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<ContactView> export(
            @RestQuery @Size(min = 1, max = 100) @Nullable String specialty,
            @RestQuery @Nullable UUID place,
            @RestQuery @InCalendar @Nullable LocalDate confirmedBefore,
            @RestQuery @DefaultValue("specialty") @Pattern(regexp = ContactOrder.PATTERN) String sort) {
        var filter = new Contacts.Filter(specialty, place, confirmedBefore);
        return COLUMNS.table(
                "contacts",
                contacts.page(filter, today(), ContactOrder.of(sort), null, EXPORTED).stream()
                        .map(Contact::view));
    }

    @GET
    @Path("contacts/{id}")
    @Transactional
    @Operation(operationId = "getContact", summary = "A contact")
    @APIResponseSchema(
            value = ContactView.class,
            responseCode = "200",
            responseDescription = "The contact. ETag is what a change asks for in If-Match.")
    public Response get(@RestPath UUID id) {
        return Result.tagged(
                contacts.findByIdOptional(id).map(contact -> new Result.Done<>(contact.view(), contact.version())));
    }

    @POST
    @Path("contacts")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
    @Idempotent
    @Operation(operationId = "recordContact", summary = "Record somebody whom a GP may ring")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(
            value = ContactView.class,
            responseCode = "201",
            responseDescription = "The contact, confirmed by whoever records it")
    public Response record(@NotNull @Valid ContactRequest request) {
        return record.record(request).created(made -> "/contacts/" + made.id());
    }

    @PUT
    @Path("contacts/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
    @Operation(operationId = "amendContact", summary = "Amend a contact")
    @APIResponseSchema(
            value = ContactView.class,
            responseCode = "200",
            responseDescription = "The contact, confirmed by whoever amends it")
    public Response amend(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ContactRequest request) {
        return record.amend(id, ifMatch, request).answer();
    }

    @PUT
    @Path("contacts/{id}/confirmation")
    @RolesAllowed({
        Roles.ICS_ADMIN,
        Roles.EXECUTIVE_MANAGER,
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE
    })
    @Operation(operationId = "confirmContact", summary = "Say that a contact is right as it stands")
    @APIResponseSchema(value = ContactView.class, responseCode = "200", responseDescription = "The contact, confirmed")
    public Response confirm(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return record.confirm(id, ifMatch).answer();
    }

    @PUT
    @Path("contacts/{id}/departure")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
    @Operation(operationId = "endContact", summary = "Say that somebody leaves this post")
    @APIResponseSchema(
            value = ContactView.class,
            responseCode = "200",
            responseDescription = "The contact with its last day")
    public Response leave(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DepartureRequest departure) {
        return record.leave(id, ifMatch, departure.on()).answer();
    }

    private LocalDate today() {
        return LondonTime.today(clock);
    }
}
