package org.folkmoot.registry.health;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.AsAt;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.registry.calendar.Months;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The health check of networks. */
@Path("/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "PCN health", description = "Population against 30,000 to 50,000, practices, leavers, self-check.")
class HealthResource {

    private static final Table.Columns<PcnHealth> COLUMNS = Table.<PcnHealth>columns()
            .text("PCN", PcnHealth::code)
            .text("Name", PcnHealth::name)
            .integer("Patients", PcnHealth::patients)
            .text(
                    "Against 30,000 to 50,000",
                    network -> network.band() == null ? null : network.band().slug())
            .integer("Practices", PcnHealth::practices)
            .text("Joined within a year", network -> String.join(" ", network.joiners()))
            .text("Left within a year", network -> String.join(" ", network.leavers()))
            .text(
                    "Self-check",
                    network -> network.selfCheck() == null
                            ? null
                            : network.selfCheck().fitness())
            .date("As at", PcnHealth::asAt);

    private final Networks networks;
    private final PcnSelfChecks checks;
    private final CheckPcn check;

    HealthResource(Networks networks, PcnSelfChecks checks, CheckPcn check) {
        this.networks = networks;
        this.checks = checks;
        this.check = check;
    }

    @GET
    @Path("pcns/health")
    @Transactional
    @Operation(
            operationId = "listPcnHealth",
            summary = "The health of the networks with practices in the ICS on a day, by their codes")
    public Page<PcnHealth> list(
            @Parameter(description = "Only those below 30,000 patients, within, above 50,000; outside: below or above.")
                    @RestQuery
                    @Pattern(regexp = PopulationBand.ASKED)
                    @Nullable
                    String band,
            @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt) {
        return new Page<>(networks(band, asAt), null);
    }

    @GET
    @Path("pcns/health")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<PcnHealth> export(
            @RestQuery @Pattern(regexp = PopulationBand.ASKED) @Nullable String band,
            @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt) {
        return COLUMNS.table("pcn-health", networks(band, asAt).stream());
    }

    @GET
    @Path("pcns/{code}/health")
    @Transactional
    @Operation(
            operationId = "getPcnHealth",
            summary = "The health of a network on the first days of the months before a day, and on the day")
    public Page<PcnHealth> months(
            @RestPath OdsCode code,
            @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt,
            @Parameter(description = "How many months before the day.")
                    @RestQuery
                    @DefaultValue("24")
                    @Min(0)
                    @Max(Months.LONGEST)
                    int months) {
        requireOurs(code, asAt.date());
        return new Page<>(networks.of(code.code(), Months.until(asAt.date(), months)), null);
    }

    @GET
    @Path("pcns/{code}/self-checks")
    @Transactional
    @Operation(operationId = "listPcnSelfChecks", summary = "What a network said of its fitness, the newest first")
    public Page<SelfCheckView> selfChecks(@RestPath OdsCode code) {
        return new Page<>(
                checks.of(code.code()).stream().map(PcnSelfCheck::view).toList(), null);
    }

    @POST
    @Path("pcns/{code}/self-checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PCN_CLINICAL_DIRECTOR)
    @Idempotent
    @Operation(
            operationId = "checkPcn",
            summary = "Say how fit a network is for its purpose",
            description = "By its clinical director, who speaks for it.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(
            value = SelfCheckView.class,
            responseCode = "201",
            responseDescription = "The check, with what follows from it")
    public Response check(@RestPath OdsCode code, @NotNull @Valid SelfCheckRequest request) {
        return check.check(code, request).created(made -> "/pcns/" + code + "/self-checks");
    }

    private List<PcnHealth> networks(@Nullable String band, AsAt asAt) {
        return networks.on(asAt.date()).stream()
                .filter(network -> band == null
                        || (network.band() != null && network.band().answers(band)))
                .toList();
    }

    private void requireOurs(OdsCode code, LocalDate day) {
        if (!networks.isOurs(code.code(), day)) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
    }
}
