package org.folkmoot.portal.ballot;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.folkmoot.http.Table;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.TimeLeft;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.LogLine;
import org.folkmoot.portal.service.Ballots.NetworkTurnout;
import org.folkmoot.portal.service.Ballots.Turnout;
import org.folkmoot.portal.service.Motions;
import org.folkmoot.portal.service.Motions.Motion;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** One ballot: as it goes on, its electorate, its log, its result. */
@Path("/{ics}/ballots/")
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
class BallotResource {

    private static final int LINES = 100;

    private static final Map<String, Field> REASON = Map.of("reason", new Field("reason", "The reason"));

    private static final Table.Columns<Result.Line> RESULT = Table.<Result.Line>columns()
            .text("Part", Result.Line::part)
            .text("Choice", Result.Line::choice)
            .text("Votes", Result.Line::weight)
            .bool("Reached", Result.Line::reached);

    @CheckedTemplate(basePath = "ballot")
    static class Templates {
        static native TemplateInstance ballot(Frame frame, BallotView view);

        static native TemplateInstance turnout(TurnoutView view);

        static native TemplateInstance electorate(Frame frame, ElectorateView view);

        static native TemplateInstance log(Frame frame, LogView view);

        static native TemplateInstance annul(Frame frame, AnnulView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Ballots ballots;
    private final Motions motions;
    private final Electorates electorates;
    private final Clock clock;
    private final ExecutorService threads;

    BallotResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Ballots ballots,
            Motions motions,
            Electorates electorates,
            Clock clock,
            @VirtualThreads ExecutorService threads) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.ballots = ballots;
        this.motions = motions;
        this.electorates = electorates;
        this.clock = clock;
        this.threads = threads;
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance ballot(@RestPath UUID id, @RestQuery @Nullable String done) {
        return page(visitor.now(), id, FormErrors.NONE, done);
    }

    /** The figures of a result; before there is one there is no such file. */
    @GET
    @Path("{id}/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<Result.Line> figures(@RestPath UUID id) {
        Visit visit = visitor.now();
        Ballot ballot = ballots.ballot(visit, id).orPage();
        JsonNode file = ballots.file(visit, id).orPage();
        return RESULT.table("result", Result.of(ballot.rule(), file, List.of()).lines().stream());
    }

    /** The part of the page that changes while a ballot is open. */
    @GET
    @Path("{id}/turnout/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance turnout(@RestPath UUID id) {
        Visit visit = visitor.now();
        return Templates.turnout(turnout(
                visit,
                ballots.ballot(visit, id).orPage(),
                ballots.turnout(visit, id).orPage()));
    }

    /** The same, again each time that it has changed. */
    @GET
    @Path("{id}/turnout/live/")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_HTML)
    @Blocking
    public Multi<OutboundSseEvent> live(@RestPath UUID id, @Context Sse sse) {
        Visit visit = visitor.now();
        Ballot ballot = ballots.ballot(visit, id).orPage();
        return Multi.createFrom()
                .emitter(listener -> threads.execute(() -> {
                    ballots.follow(visit, id, turnout -> {
                        boolean open = turnout.state().equals("open");
                        if (!(ballots.electorate(visit, id)
                                instanceof Reply.Given<List<Elector>>(List<Elector> electors, var tag, var at))) {
                            // The token has run out, or the service is away: the browser comes again, or asks.
                            return false;
                        }
                        String html = Templates.turnout(TurnoutView.of(ballot, turnout, electors))
                                .render();
                        listener.emit(sse.newEventBuilder()
                                .name(open ? "progress" : "ended")
                                .data(html.replaceAll("\\s+", " "))
                                .build());
                        return open && !listener.isCancelled();
                    });
                    listener.complete();
                }));
    }

    @GET
    @Path("{id}/electorate/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance electorate(
            @RestPath UUID id,
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        Ballot ballot = ballots.ballot(visit, id).orPage();
        List<ElectorateView.Row> rows = ballots.electorate(visit, id).orPage().stream()
                .filter(elector -> switch (show) {
                    case "voted" -> elector.voted();
                    case "waiting" -> !elector.voted() && !elector.recused();
                    case "recused" -> elector.recused();
                    default -> true;
                })
                .filter(elector -> (elector.voter() + " " + elector.name())
                        .toLowerCase(Locale.UK)
                        .contains(q.strip().toLowerCase(Locale.UK)))
                .map(ElectorateView.Row::of)
                .toList();
        Query asked =
                Query.of(path(visit, id) + "electorate/").with("show", show).with("q", q);
        return Templates.electorate(
                frames.of(visit, PortalPage.ELECTORATE, "Who may vote"),
                new ElectorateView(
                        ballot,
                        show,
                        q,
                        visit.is(Roles.GROUP_SECRETARY)
                                && ballot.open()
                                && ballot.rule().classes().stream()
                                        .anyMatch(each -> each.base().equals("present")),
                        Listing.of(rows, page, asked)));
    }

    @GET
    @Path("{id}/electorate/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Response exportElectorate(@RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(ballots.electorateTable(visitor.now(), id, Exports.type(accept)));
    }

    /** The turnout of each PCN. */
    @GET
    @Path("{id}/pcns/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Response exportNetworks(@RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(ballots.networksTable(visitor.now(), id, Exports.type(accept)));
    }

    @GET
    @Path("{id}/log/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance log(@RestPath UUID id, @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Loading<Page<String>> checkpoints = panels.load(() -> ballots.checkpoints(visit, id));
        Ballot ballot = ballots.ballot(visit, id).orPage();
        Page<LogLine> page = ballots.log(visit, id, cursor, LINES).orPage();
        Query here = Query.of(path(visit, id) + "log/");
        return Templates.log(
                frames.of(visit, PortalPage.VOTE_LOG, "The log of votes"),
                new LogView(
                        ballot,
                        page.items(),
                        checkpoints.reply().orPage().items(),
                        page.next() == null
                                ? null
                                : here.with("cursor", page.next()).href(),
                        cursor == null ? null : here.href()));
    }

    /** Notes that an elector is there. */
    @POST
    @Path("{id}/electorate/{voter}/present/")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Produces(MediaType.TEXT_HTML)
    public Response present(@RestPath UUID id, @RestPath String voter) {
        Visit visit = visitor.now();
        return FormAnswer.of(
                ballots.present(visit, id, voter),
                Map.of(),
                elector -> path(visit, id) + "electorate/",
                errors -> page(visit, id, errors, null));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/electorate/{voter}/present/")
    @Produces(MediaType.TEXT_HTML)
    public Response backToElectorate(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id) + "electorate/");
    }

    /** The ballot file, to the letter. */
    @GET
    @Path("{id}/file/")
    @Produces(MediaType.WILDCARD)
    public Response file(@RestPath UUID id) {
        return Exports.answer(ballots.wholeFile(visitor.now(), id));
    }

    @POST
    @Path("{id}/open/")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Produces(MediaType.TEXT_HTML)
    public Response open(@RestPath UUID id) {
        Visit visit = visitor.now();
        return step(visit, id, ballots.open(visit, id, forms.sent().text("tag")), "opened");
    }

    @POST
    @Path("{id}/declare/")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Produces(MediaType.TEXT_HTML)
    public Response declare(@RestPath UUID id) {
        Visit visit = visitor.now();
        return step(visit, id, ballots.declare(visit, id, forms.sent().text("tag")), "declared");
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/{step:open|declare}/")
    @Produces(MediaType.TEXT_HTML)
    public Response back(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    @GET
    @Path("{id}/annul/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance confirmAnnul(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return annulPage(visit, id, forms.shown(visit, path(visit, id) + "annul/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/annul/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN})
    @Produces(MediaType.TEXT_HTML)
    public Response annul(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        if (entered.text("reason").isEmpty()) {
            return FormAnswer.again(annulPage(
                    visit, id, Form.again(entered, FormErrors.of("reason", "Enter why the ballot is annulled"))));
        }
        return FormAnswer.of(
                ballots.annul(visit, id, entered.text("reason"), entered.text("tag")),
                REASON,
                ballot -> path(visit, id) + "?done=annulled",
                errors -> annulPage(visit, id, Form.again(entered, errors)));
    }

    private Response step(Visit visit, UUID id, Reply<Ballot> reply, String done) {
        return FormAnswer.of(
                reply, Map.of(), ballot -> path(visit, id) + "?done=" + done, errors -> page(visit, id, errors, null));
    }

    private TemplateInstance annulPage(Visit visit, UUID id, Form form) {
        Reply.Given<Ballot> given = ballots.ballot(visit, id).given();
        return Templates.annul(
                frames.of(visit, PortalPage.ANNUL_BALLOT, "Annul a ballot"),
                new AnnulView(given.value(), given.tag().orElse(""), form));
    }

    private TemplateInstance page(Visit visit, UUID id, FormErrors errors, @Nullable String done) {
        Reply.Given<Ballot> given = ballots.ballot(visit, id).given();
        Ballot ballot = given.value();
        Instant now = clock.instant();
        boolean hasOpened = ballot.openedAt() != null;
        Loading<Motion> motion = panels.load(() -> motions.motion(visit, ballot.motion()));
        Loading<List<Elector>> electorate = hasOpened ? panels.load(() -> ballots.electorate(visit, id)) : null;
        Loading<Turnout> turnout = hasOpened ? panels.load(() -> ballots.turnout(visit, id)) : null;
        Loading<List<NetworkTurnout>> networks = hasOpened ? panels.load(() -> ballots.networks(visit, id)) : null;
        Loading<JsonNode> file = ballot.declared() ? panels.load(() -> ballots.file(visit, id)) : null;
        List<Elector> electors =
                electorate == null ? List.of() : electorate.reply().orPage();
        return Templates.ballot(
                frames.of(visit, PortalPage.BALLOT, ballot.title()),
                new BallotView(
                        ballot,
                        given.tag().orElse(""),
                        BallotWords.of(ballot, now),
                        ballot.overdue(now),
                        ballot.open() ? TimeLeft.words(now, ballot.closesAt()) : null,
                        motion.panel(),
                        RuleWords.of(ballot.rule(), ballot.ranked()),
                        turnout == null
                                ? null
                                : TurnoutView.of(ballot, turnout.reply().orPage(), electors),
                        networks == null
                                ? null
                                : BallotView.networks(networks.reply().orPage()),
                        ballot.open() ? electorates.mine(visit, ballot, electors) : List.of(),
                        file == null
                                ? null
                                : Result.of(ballot.rule(), file.reply().orPage(), electors),
                        BallotView.names(ballot, electors),
                        may(visit, ballot),
                        done(done, ballot.hindrance() == null && !ballot.overdue(now)),
                        errors));
    }

    private BallotView.May may(Visit visit, Ballot ballot) {
        boolean secretary = visit.is(Roles.GROUP_SECRETARY);
        boolean undecided = !ballot.declared() && ballot.annulledAt() == null;
        return new BallotView.May(
                secretary && ballot.state().equals("scheduled"),
                secretary && ballot.state().equals("closed"),
                undecided && PortalPage.ANNUL_BALLOT.isFor(visit.roles()),
                ballot.open() && PortalPage.RECUSE.isFor(visit.roles()),
                PortalPage.CASTING_VOTE.isFor(visit.roles())
                        && electorates.chaired(visit, ballot).isPresent(),
                undecided && !ballot.state().equals("closed") && PortalPage.PROXIES.isFor(visit.roles()),
                ballot.openedAt() != null && PortalPage.BALLOT_MAILS.isFor(visit.roles()));
    }

    private TurnoutView turnout(Visit visit, Ballot ballot, Turnout turnout) {
        return TurnoutView.of(
                ballot, turnout, ballots.electorate(visit, ballot.id()).orPage());
    }

    static String path(Visit visit, UUID id) {
        return visit.base() + "/ballots/" + id + "/";
    }

    private static @Nullable String done(@Nullable String done, boolean opens) {
        return switch (done) {
            case "scheduled" -> "The ballot is scheduled." + (opens ? " It opens by itself at its hour." : "");
            case "opened" -> "The ballot is open. Who may vote, and what each vote counts, is frozen and published.";
            case "declared" -> "The result is declared and published.";
            case "annulled" -> "The ballot is annulled. The motion is back on the table.";
            case "casting" -> "The casting vote is given. It counts only if there is a tie.";
            case "recused" -> "The interest is declared. This voter counts nowhere in this ballot.";
            case null, default -> null;
        };
    }
}
