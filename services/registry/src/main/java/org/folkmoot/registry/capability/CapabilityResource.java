package org.folkmoot.registry.capability;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.AsAt;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Shared capabilities, over HTTP. */
@Path("/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_OBSERVER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shared capabilities", description = "What practices share: people, services, premises.")
class CapabilityResource {

    private static final String KINDS = "workforce|back-office|estates|it|hr|finance|new-income|rotation|premises";
    private static final int EXPORTED = 100_000;
    private static final int DECIMALS_OF_POSTS = 2;

    private static final Table.Columns<CapabilityView> COLUMNS = Table.<CapabilityView>columns()
            .text("Kind", CapabilityView::kind)
            .text("Title", CapabilityView::title)
            .text("Account", CapabilityView::account)
            .text("Practices", capability -> String.join(" ", capability.practices()))
            .text("Provider", CapabilityView::provider)
            .text(
                    "Role that rotates",
                    capability -> capability.rotation() == null
                            ? null
                            : capability.rotation().role())
            .decimal(
                    "Whole-time equivalents",
                    DECIMALS_OF_POSTS,
                    capability -> capability.rotation() == null
                            ? null
                            : capability.rotation().wholeTimeEquivalents())
            .text(
                    "Premises",
                    capability -> capability.lease() == null
                            ? null
                            : capability.lease().premises())
            .text(
                    "Lease carried by",
                    capability -> capability.lease() == null
                            ? null
                            : capability.lease().holder())
            .date("From", CapabilityView::from)
            .date("Until", CapabilityView::until);

    private final SharedCapabilities capabilities;
    private final ChangeCapability change;

    CapabilityResource(SharedCapabilities capabilities, ChangeCapability change) {
        this.capabilities = capabilities;
        this.change = change;
    }

    @POST
    @Path("shared-capabilities")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER, Roles.ICS_ADMIN})
    @Idempotent
    @Operation(operationId = "shareCapability", summary = "Record what practices share")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = CapabilityView.class, responseCode = "201", responseDescription = "What is shared")
    public Response share(@NotNull @Valid CapabilityRequest request) {
        return change.share(request).created(made -> "/shared-capabilities/" + made.id());
    }

    @GET
    @Path("shared-capabilities")
    @Transactional
    @Operation(operationId = "listSharedCapabilities", summary = "What practices share")
    public Page<CapabilityView> list(
            @RestQuery @Pattern(regexp = KINDS) @Nullable String kind,
            @RestQuery @Nullable OdsCode practice,
            @Parameter(description = "Only what is shared on this day.") @RestQuery @Nullable AsAt asAt,
            @Parameter(
                            description =
                                    "recorded: in the order in which it was recorded; title: by what it is called;"
                                            + " kind: by kind, then by what it is called")
                    @RestQuery
                    @DefaultValue("recorded")
                    @Pattern(regexp = CapabilityOrder.PATTERN)
                    String sort,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        CapabilityOrder order = CapabilityOrder.of(sort);
        return Page.of(
                capabilities.page(kind, code(practice), day(asAt), order, cursor, limit + 1), limit, order::after);
    }

    @GET
    @Path("shared-capabilities")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<CapabilityView> export(
            @RestQuery @Pattern(regexp = KINDS) @Nullable String kind,
            @RestQuery @Nullable OdsCode practice,
            @RestQuery @Nullable AsAt asAt,
            @RestQuery @DefaultValue("recorded") @Pattern(regexp = CapabilityOrder.PATTERN) String sort) {
        return COLUMNS.table(
                "shared-capabilities",
                capabilities.page(kind, code(practice), day(asAt), CapabilityOrder.of(sort), null, EXPORTED).stream());
    }

    @GET
    @Path("shared-capabilities/{id}")
    @Transactional
    @Operation(operationId = "getSharedCapability", summary = "Something that practices share")
    @APIResponseSchema(
            value = CapabilityView.class,
            responseCode = "200",
            responseDescription = "What is shared. ETag is what ending it asks for in If-Match.")
    public Response get(@RestPath UUID id) {
        return Result.tagged(capabilities.find(id));
    }

    @PUT
    @Path("shared-capabilities/{id}/ending")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER, Roles.ICS_ADMIN})
    @Operation(operationId = "endSharedCapability", summary = "It is shared no longer, and why")
    @APIResponseSchema(value = CapabilityView.class, responseCode = "200", responseDescription = "What was shared")
    public Response end(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid EndingRequest ending) {
        return change.end(id, ifMatch, ending).answer();
    }

    private static @Nullable LocalDate day(@Nullable AsAt asAt) {
        return asAt == null ? null : asAt.date();
    }

    private static @Nullable String code(@Nullable OdsCode code) {
        return code == null ? null : code.code();
    }
}
