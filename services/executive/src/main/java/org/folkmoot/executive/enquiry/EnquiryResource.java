package org.folkmoot.executive.enquiry;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Enquiries, over HTTP. Everybody of an ICS may ask; which enquiries somebody sees, {@link Reader} says. */
@Path("/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enquiries", description = "What system partners ask of general practice, and the answers.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class EnquiryResource {

    private static final String STATES = "received|acknowledged|assigned|awaiting-enquirer|answered|closed";
    private static final String CLOCKS = "on-time|due|late|paused";
    private static final String BY_DAY = "due";
    private static final String SORTS = BY_DAY + "|newest";

    private static final Table.Columns<EnquiryView> COLUMNS = Table.<EnquiryView>columns()
            .text("Subject", EnquiryView::subject)
            .text("Organisation", EnquiryView::organisation)
            .text("Reference", EnquiryView::reference)
            .text("Received", enquiry -> enquiry.receivedAt().toString())
            .date("Acknowledge by", enquiry -> enquiry.acknowledgement().by())
            .date("Answer by", enquiry -> enquiry.answering().by())
            .text("Clock", EnquiryView::clock)
            .text("State", EnquiryView::state)
            .text("Assigned to", EnquiryView::assigneeName)
            .integer("Practices asked", EnquiryView::asked)
            .integer("Practices answered", EnquiryView::replied)
            .text("Id", enquiry -> enquiry.id().toString());

    private static final int MOST_IN_A_FILE = 10_000;

    private final Enquiries enquiries;
    private final ReceiveEnquiry receive;
    private final ChangeEnquiry change;
    private final AskPractices ask;
    private final Caller caller;

    EnquiryResource(
            Enquiries enquiries, ReceiveEnquiry receive, ChangeEnquiry change, AskPractices ask, Caller caller) {
        this.enquiries = enquiries;
        this.receive = receive;
        this.change = change;
        this.ask = ask;
        this.caller = caller;
    }

    @POST
    @Path("enquiries")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "enquire",
            summary = "Ask general practice something",
            description =
                    "For an organisation for which the caller speaks. Those who see to enquiries write down what came"
                            + " to them by another way, for any.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The enquiry, received",
            content = @Content(schema = @Schema(implementation = EnquiryView.class)))
    public Response enquire(@NotNull @Valid EnquiryRequest request) {
        Reader reader = reader();
        if (!reader.triage() && !caller.speaksFor(request.organisation())) {
            return Problem.of(CommonProblem.FORBIDDEN)
                    .withDetail("One asks for an organisation for which one speaks.")
                    .toResponse();
        }
        return receive.receive(request, new Enquiry.Origin(reader.person(), reader.triage(), null))
                .map(made -> reader.desk() ? made : made.forItsEnquirer())
                .created(made -> "/enquiries/" + made.id());
    }

    @GET
    @Path("enquiries")
    @Transactional
    @Operation(
            operationId = "listEnquiries",
            summary = "Enquiries that the caller may see",
            description =
                    "Those who deal with enquiries see all, everybody else those of their organisations and those that"
                            + " they see to. In the order in which they are due, or the newest first.")
    public Page<EnquiryView> list(
            @RestQuery @Nullable UUID group,
            @Parameter(description = "Who asked") @RestQuery @Nullable OdsCode organisation,
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @Parameter(description = "How their time goes") @RestQuery @Pattern(regexp = CLOCKS) @Nullable String clock,
            @Parameter(description = "Those that the caller sees to") @RestQuery boolean mine,
            @Parameter(description = "Those that have not been answered or closed") @RestQuery boolean open,
            @RestQuery @Pattern(regexp = SORTS) @DefaultValue(BY_DAY) String sort,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        boolean byDay = sort.equals(BY_DAY);
        List<EnquiryView> found = enquiries.page(
                asked(group, organisation, state, clock, mine, open), reader(), order(byDay, cursor), limit + 1);
        return Page.of(
                found, limit, last -> byDay ? Cursor.after(last.answering().by(), last.id()) : Cursor.after(last.id()));
    }

    @GET
    @Path("enquiries")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<EnquiryView> export(
            @RestQuery @Nullable UUID group,
            @RestQuery @Nullable OdsCode organisation,
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @RestQuery @Pattern(regexp = CLOCKS) @Nullable String clock,
            @RestQuery boolean mine,
            @RestQuery boolean open) {
        return COLUMNS.table(
                "enquiries",
                enquiries
                        .page(
                                asked(group, organisation, state, clock, mine, open),
                                reader(),
                                Enquiries.Order.ByDay.BEGINNING,
                                MOST_IN_A_FILE)
                        .stream());
    }

    @GET
    @Path("enquiries/{id}")
    @Transactional
    @Operation(operationId = "getEnquiry", summary = "An enquiry with its clock")
    @APIResponse(
            responseCode = "200",
            description = "The enquiry. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = EnquiryView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(enquiries.shown(id, reader()));
    }

    @PUT
    @Path("enquiries/{id}/acknowledgement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acknowledgeEnquiry",
            summary = "Tell the enquirer that somebody has read it, and until when it is answered")
    @APIResponse(
            responseCode = "200",
            description = "The enquiry, acknowledged",
            content = @Content(schema = @Schema(implementation = EnquiryView.class)))
    public Response acknowledge(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AcknowledgementRequest request) {
        return change.acknowledge(id, ifMatch, request.workingDays(), reader()).answer();
    }

    @PUT
    @Path("enquiries/{id}/assignment")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "assignEnquiry", summary = "Say for which group, and who sees to it")
    @APIResponse(
            responseCode = "200",
            description = "The enquiry, assigned",
            content = @Content(schema = @Schema(implementation = EnquiryView.class)))
    public Response assign(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AssignmentRequest request) {
        return change.assign(id, ifMatch, request, reader()).answer();
    }

    @PUT
    @Path("enquiries/{id}/pause")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "pauseEnquiry",
            summary = "Ask the enquirer something, or agree with them to wait: the clock stands still")
    @APIResponse(
            responseCode = "200",
            description = "The enquiry, waiting for its enquirer",
            content = @Content(schema = @Schema(implementation = EnquiryView.class)))
    public Response pause(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PauseRequest request) {
        return change.pause(id, ifMatch, request, reader()).answer();
    }

    @PUT
    @Path("enquiries/{id}/reply")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replyToEnquiry",
            summary = "What the enquirer says: the clock goes on",
            description = "By somebody of the organisation that asks, or by whoever heard it from them.")
    @APIResponse(
            responseCode = "200",
            description = "The enquiry, assigned as before",
            content = @Content(schema = @Schema(implementation = EnquiryView.class)))
    public Response reply(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReplyRequest request) {
        return change.resume(id, ifMatch, request.reply().strip(), reader()).answer();
    }

    @PUT
    @Path("enquiries/{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "answerEnquiry", summary = "Answer the enquirer")
    @APIResponse(
            responseCode = "200",
            description = "The enquiry, answered",
            content = @Content(schema = @Schema(implementation = EnquiryView.class)))
    public Response answer(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid EnquiryAnswerRequest request) {
        return change.answer(id, ifMatch, request.answer().strip(), reader()).answer();
    }

    @PUT
    @Path("enquiries/{id}/closing")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "closeEnquiry", summary = "Close an enquiry, answered or not")
    @APIResponse(
            responseCode = "200",
            description = "The enquiry, closed",
            content = @Content(schema = @Schema(implementation = EnquiryView.class)))
    public Response close(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid EnquiryClosingRequest request) {
        return change.close(id, ifMatch, request, reader()).answer();
    }

    @POST
    @Path("enquiries/{id}/asks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(operationId = "askPractices", summary = "Ask practices what is needed for the answer")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The enquiry, with how many were asked",
            content = @Content(schema = @Schema(implementation = EnquiryView.class)))
    public Response askPractices(@RestPath UUID id, @NotNull @Valid AskRequest request) {
        return ask.ask(id, request, reader()).created(enquiry -> "/asks?enquiry=" + enquiry.id());
    }

    private Reader reader() {
        return Reader.of(caller);
    }

    private Enquiries.Asked asked(
            @Nullable UUID group,
            @Nullable OdsCode organisation,
            @Nullable String state,
            @Nullable String clock,
            boolean mine,
            boolean open) {
        return new Enquiries.Asked(
                group,
                organisation == null ? null : organisation.code(),
                state,
                clock,
                mine ? caller.subject() : null,
                open);
    }

    private static Enquiries.Order order(boolean byDay, @Nullable Cursor cursor) {
        if (byDay) {
            return cursor == null
                    ? Enquiries.Order.ByDay.BEGINNING
                    : new Enquiries.Order.ByDay(cursor.date(0), cursor.id(1));
        }
        return cursor == null ? Enquiries.Order.Newest.BEGINNING : new Enquiries.Order.Newest(cursor.id(0));
    }
}
