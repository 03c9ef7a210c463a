package org.folkmoot.registry.concentration;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.AsAt;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.registry.area.Areas;
import org.folkmoot.registry.calendar.Months;
import org.folkmoot.registry.directory.IcsPractice;
import org.folkmoot.registry.directory.IcsPractices;
import org.folkmoot.registry.link.KnownAt;
import org.folkmoot.registry.link.Link;
import org.folkmoot.registry.link.Links;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who has how many of the patients. */
@Path("/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Concentration", description = "The share of patients under one contract holder, owner or employer.")
class ConcentrationResource {

    private static final String KINDS = "contract-holder|owner|employer";

    private static final Table.Columns<Share> COLUMNS = Table.<Share>columns()
            .date("As at", Share::asAt)
            .text(
                    "Organisation",
                    share -> share.organisation() == null
                            ? null
                            : share.organisation().id())
            .text(
                    "Name",
                    share -> share.organisation() == null
                            ? "Not recorded"
                            : share.organisation().name())
            .integer("Practices", Share::practices)
            .integer("Patients", Share::patients)
            .decimal("Share", 4, Share::share)
            .bool("Over the threshold", Share::overThreshold);

    private final Links links;
    private final IcsPractices practices;
    private final Areas areas;
    private final Thresholds thresholds;

    ConcentrationResource(Links links, IcsPractices practices, Areas areas, Thresholds thresholds) {
        this.links = links;
        this.practices = practices;
        this.areas = areas;
        this.thresholds = thresholds;
    }

    @GET
    @Path("concentration")
    @Transactional
    @Operation(
            operationId = "getConcentration",
            summary = "Who has how many of the patients: on a day, and on the first days of the months before it",
            description = "Of the whole ICS, or of a place, or of a network. By day, of each the largest first.")
    public Page<Share> shares(
            @RestQuery @DefaultValue("contract-holder") @Pattern(regexp = KINDS) String by,
            @RestQuery @Nullable UUID place,
            @RestQuery @Nullable OdsCode pcn,
            @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt,
            @Parameter(description = "How many months before the day, too.")
                    @RestQuery
                    @DefaultValue("0")
                    @Min(0)
                    @Max(Months.LONGEST)
                    int months,
            @RestQuery @Nullable KnownAt knownAt) {
        return new Page<>(all(by, place, pcn, asAt.date(), months, knownAt), null);
    }

    @GET
    @Path("concentration")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<Share> export(
            @RestQuery @DefaultValue("contract-holder") @Pattern(regexp = KINDS) String by,
            @RestQuery @Nullable UUID place,
            @RestQuery @Nullable OdsCode pcn,
            @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt,
            @RestQuery @DefaultValue("0") @Min(0) @Max(Months.LONGEST) int months,
            @RestQuery @Nullable KnownAt knownAt) {
        return COLUMNS.table("concentration", all(by, place, pcn, asAt.date(), months, knownAt).stream());
    }

    @GET
    @Path("concentration/threshold")
    @Transactional
    @Operation(operationId = "getConcentrationThreshold", summary = "From which share on the ICS wants it to be seen")
    @APIResponseSchema(
            value = ThresholdView.class,
            responseCode = "200",
            responseDescription = "The threshold. ETag is what setting it asks for in If-Match.")
    public Response threshold() {
        return thresholds.current().answer();
    }

    @PUT
    @Path("concentration/threshold")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ICS_ADMIN)
    @Operation(operationId = "setConcentrationThreshold", summary = "Set the threshold")
    @APIResponseSchema(value = ThresholdView.class, responseCode = "200", responseDescription = "The threshold")
    public Response setThreshold(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid ThresholdRequest request) {
        return thresholds.set(ifMatch, request.share()).answer();
    }

    private List<Share> all(
            String by,
            @Nullable UUID place,
            @Nullable OdsCode pcn,
            LocalDate day,
            int months,
            @Nullable KnownAt knownAt) {
        Predicate<IcsPractice> inPlace =
                place == null ? practice -> true : Result.within(areas.practicesOf(place, day));
        Predicate<IcsPractice> counted =
                inPlace.and(practice -> pcn == null || pcn.code().equals(practice.pcn()));
        List<Link> ofKind = links.known(knownAt).stream()
                .filter(link -> link.kind().slug().equals(by))
                .toList();
        BigDecimal threshold = thresholds.current().view().share();
        return practices.on(Months.until(day, months)).entrySet().stream()
                .flatMap(
                        each -> Concentration.on(
                                each.getKey(),
                                each.getValue().stream().filter(counted).toList(),
                                ofKind,
                                threshold)
                                .stream())
                .toList();
    }
}
