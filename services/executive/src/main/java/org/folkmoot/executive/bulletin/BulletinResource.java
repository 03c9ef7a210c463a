package org.folkmoot.executive.bulletin;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.executive.Insiders;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Bulletins, over HTTP. They are for general practice; drafts are for the office. */
@Path("/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Bulletins", description = "What the executive tells practices, and how far it came.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class BulletinResource {

    private static final Table.Columns<RecipientView> RECIPIENTS = Table.<RecipientView>columns()
            .text("Practice", RecipientView::practice)
            .text("Name", RecipientView::name)
            .text("Network", RecipientView::pcn)
            .text("Network's name", RecipientView::pcnName)
            .text("State", RecipientView::state)
            .date(
                    "Acknowledged",
                    recipient -> Optional.ofNullable(recipient.acknowledgedAt())
                            .map(LondonTime::dateOf)
                            .orElse(null))
            .text("Acknowledged by", RecipientView::acknowledgedBy)
            .text("Answer", RecipientView::answer)
            .text("Answered by", RecipientView::answeredBy);

    private static final Table.Columns<Reach.Line> REACH = Table.<Reach.Line>columns()
            .text("Network", Reach.Line::pcn)
            .text("Network's name", Reach.Line::pcnName)
            .integer("Practices", Reach.Line::practices)
            .integer("Delivered", Reach.Line::delivered)
            .integer("Read", Reach.Line::read)
            .integer("Acknowledged", Reach.Line::acknowledged)
            .integer("Answered", Reach.Line::answered);

    private static final int MOST_IN_A_FILE = 10_000;

    private final Groups groups;
    private final Bulletins bulletins;
    private final ChangeBulletin change;
    private final TakeNotice notice;
    private final Caller caller;

    BulletinResource(Groups groups, Bulletins bulletins, ChangeBulletin change, TakeNotice notice, Caller caller) {
        this.groups = groups;
        this.bulletins = bulletins;
        this.change = change;
        this.notice = notice;
        this.caller = caller;
    }

    @POST
    @Path("groups/{group}/bulletins")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Idempotent
    @Operation(operationId = "draftBulletin", summary = "Draft a bulletin to practices")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = BulletinView.class)))
    public Response draft(@RestPath UUID group, @NotNull @Valid BulletinRequest request) {
        return change.draft(group, request, Person.of(caller)).created(made -> "/bulletins/" + made.id());
    }

    @GET
    @Path("groups/{group}/bulletins")
    @Transactional
    @Operation(
            operationId = "listBulletins",
            summary = "The bulletins of a group, the newest first; drafts are listed to the office alone")
    public Page<BulletinView> list(
            @RestPath UUID group,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        groups.require(group);
        Page<Bulletin> page = Page.of(
                bulletins.page(group, Insiders.areTheOffice(caller), cursor == null ? null : cursor.id(0), limit + 1),
                limit,
                bulletin -> Cursor.after(bulletin.id()));
        Map<UUID, Reach.Line> reached =
                bulletins.reached(page.items().stream().map(Bulletin::id).toList());
        return page.map(bulletin -> bulletin.view(reached.get(bulletin.id())));
    }

    @GET
    @Path("bulletins/{id}")
    @Transactional
    @Operation(operationId = "getBulletin", summary = "A bulletin, and how far it came")
    @APIResponse(
            responseCode = "200",
            description = "The bulletin. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = BulletinView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(visible(id)
                .map(bulletin -> new Result.Done<>(
                        bulletin.view(bulletins.reached(List.of(id)).get(id)), bulletin.version())));
    }

    @PUT
    @Path("bulletins/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Operation(operationId = "rewriteBulletin", summary = "Say a draft anew")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = BulletinView.class)))
    public Response rewrite(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid BulletinRequest request) {
        return change.rewrite(id, ifMatch, request, Person.of(caller)).answer();
    }

    @PUT
    @Path("bulletins/{id}/publication")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Operation(
            operationId = "publishBulletin",
            summary = "Publish a draft: its audience is frozen as the practices that it means now")
    @APIResponse(
            responseCode = "200",
            description = "The bulletin, published",
            content = @Content(schema = @Schema(implementation = BulletinView.class)))
    public Response publish(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.publish(id, ifMatch, Person.of(caller)).answer();
    }

    @GET
    @Path("bulletins/{id}/recipients")
    @Transactional
    @Operation(
            operationId = "listRecipients",
            summary = "The practices to which a bulletin was published, by code, with their answers",
            description = "As a file with Accept or format: CSV, XLSX.")
    public Page<RecipientView> recipients(
            @RestPath UUID id,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        Result.within(visible(id));
        return Page.of(
                bulletins.recipients(id, cursor == null ? "" : cursor.text(0), limit + 1),
                limit,
                recipient -> Cursor.after(recipient.practice()));
    }

    @GET
    @Path("bulletins/{id}/recipients")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<RecipientView> exportRecipients(@RestPath UUID id) {
        Result.within(visible(id));
        return RECIPIENTS.table("recipients", bulletins.recipients(id, "", MOST_IN_A_FILE).stream());
    }

    @GET
    @Path("bulletins/{id}/reach")
    @Transactional
    @Operation(
            operationId = "getReach",
            summary = "How far a bulletin has come, network by network, and what was answered",
            description = "As a file with Accept or format: CSV, XLSX.")
    public Reach reach(@RestPath UUID id) {
        return bulletins.reach(Result.within(visible(id)));
    }

    @GET
    @Path("bulletins/{id}/reach")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<Reach.Line> exportReach(@RestPath UUID id) {
        Reach reach = bulletins.reach(Result.within(visible(id)));
        Reach.Line total = reach.total();
        return REACH.table(
                "reach",
                Stream.concat(
                        reach.networks().stream(),
                        Stream.of(new Reach.Line(
                                "All",
                                null,
                                total.practices(),
                                total.delivered(),
                                total.read(),
                                total.acknowledged(),
                                total.answered()))));
    }

    @GET
    @Path("my/bulletins")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
    @Operation(
            operationId = "listMyBulletins",
            summary = "What was published to the practices for which the caller speaks",
            description =
                    "What is not acknowledged comes first. A bulletin counts as delivered once it was listed here.")
    public Page<MyBulletinView> mine() {
        return new Page<>(notice.ofCaller(), null);
    }

    @PUT
    @Path("bulletins/{id}/readings/{practice}")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
    @Operation(
            operationId = "readBulletin",
            summary = "Say that somebody of a practice has opened a bulletin",
            description = "The first time counts, so no version has to be seen before.")
    @APIResponse(
            responseCode = "200",
            description = "How far it came with the practice",
            content = @Content(schema = @Schema(implementation = RecipientView.class)))
    public Response read(@RestPath UUID id, @RestPath OdsCode practice) {
        return notice.read(id, practice).answerWithoutTag();
    }

    @PUT
    @Path("bulletins/{id}/acknowledgements/{practice}")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
    @Operation(
            operationId = "acknowledgeBulletin",
            summary = "Say for a practice that it has taken notice of a bulletin",
            description = "The first time counts, so no version has to be seen before.")
    @APIResponse(
            responseCode = "200",
            description = "How far it came with the practice",
            content = @Content(schema = @Schema(implementation = RecipientView.class)))
    public Response acknowledge(@RestPath UUID id, @RestPath OdsCode practice) {
        return notice.acknowledge(id, practice).answerWithoutTag();
    }

    @PUT
    @Path("bulletins/{id}/answers/{practice}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
    @Operation(
            operationId = "answerBulletin",
            summary = "Answer a bulletin's question for a practice, or answer anew",
            description = "The answer replaces the practice's former one, so no version has to be seen before.")
    @APIResponse(
            responseCode = "200",
            description = "How far it came with the practice",
            content = @Content(schema = @Schema(implementation = RecipientView.class)))
    public Response answer(@RestPath UUID id, @RestPath OdsCode practice, @NotNull @Valid AnswerRequest request) {
        return notice.answer(id, practice, request.answer().strip()).answerWithoutTag();
    }

    private Optional<Bulletin> visible(UUID id) {
        return bulletins
                .findByIdOptional(id)
                .filter(bulletin -> bulletin.isPublished() || Insiders.areTheOffice(caller));
    }
}
