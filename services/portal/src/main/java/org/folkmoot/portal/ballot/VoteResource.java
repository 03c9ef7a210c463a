package org.folkmoot.portal.ballot;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.frame.TimeLeft;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.Receipt;
import org.folkmoot.portal.service.Motions;
import org.folkmoot.portal.service.Motions.Motion;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Voting in three screens: choose, check, receipt; and declaring an interest instead. */
@Path("/{ics}/ballots/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class VoteResource {

    private static final Map<String, Field> CHOICE = Map.of("choice", new Field("choice", "The choice"));
    private static final Map<String, Field> INTEREST = Map.of("reason", new Field("reason", "The interest"));

    @CheckedTemplate(basePath = "ballot")
    static class Templates {
        static native TemplateInstance vote(Frame frame, VoteView view);

        static native TemplateInstance check(Frame frame, CheckView view);

        static native TemplateInstance receipt(Frame frame, ReceiptView view);

        static native TemplateInstance recuse(Frame frame, RecuseView view);

        static native TemplateInstance castingVote(Frame frame, CastingVoteView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Ballots ballots;
    private final Motions motions;
    private final Electorates electorates;
    private final Clock clock;

    VoteResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Ballots ballots,
            Motions motions,
            Electorates electorates,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.ballots = ballots;
        this.motions = motions;
        this.electorates = electorates;
        this.clock = clock;
    }

    /**
     * The first screen.
     *
     * @param voter for whom, where the way here said so
     */
    @GET
    @Path("{id}/vote/")
    public TemplateInstance choose(
            @RestPath UUID id, @RestQuery @Nullable String voter, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return choosePage(
                visit,
                ballots.ballot(visit, id).orPage(),
                forms.shown(
                        visit, BallotResource.path(visit, id) + "vote/", draft, Entered.NOTHING.with("voter", voter)));
    }

    /** From choosing to checking, from checking back to choosing, or on to the receipt: the button says which. */
    @POST
    @Path("{id}/vote/")
    public Response vote(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Ballot ballot = ballots.ballot(visit, id).orPage();
        VotePaper paper = VotePaper.of(ballot, entered);
        String voter = paper.voter();
        if (entered.text("step").equals("change")) {
            return FormAnswer.again(choosePage(visit, ballot, Form.of(entered)));
        }
        if (paper.errors().any() || voter == null) {
            return FormAnswer.again(choosePage(visit, ballot, Form.again(entered, paper.errors())));
        }
        if (entered.text("step").equals("cast")) {
            return FormAnswer.of(
                    ballots.cast(
                            visit, id, voter, paper.choice(), paper.via(), Request.of(entered.text(Request.FIELD))),
                    CHOICE,
                    receipt -> receiptPath(visit, id, voter) + "?done=cast",
                    errors -> choosePage(visit, ballot, Form.again(entered, errors)));
        }
        return electorates.mine(visit, ballot).orPage().stream()
                .filter(each -> each.key().equals(entered.text("voter")))
                .findFirst()
                .map(speaking -> FormAnswer.again(checkPage(visit, ballot, speaking, paper, entered)))
                .orElseGet(() -> FormAnswer.again(choosePage(
                        visit,
                        ballot,
                        Form.again(entered, FormErrors.of("voter", "Choose one of those for whom you may vote")))));
    }

    @GET
    @Path("{id}/receipts/{voter}/")
    public TemplateInstance receipt(@RestPath UUID id, @RestPath String voter, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Loading<Receipt> asked = panels.load(() -> ballots.receipt(visit, id, voter));
        Ballot ballot = ballots.ballot(visit, id).orPage();
        List<Elector> electors = ballots.electorate(visit, id).orPage();
        Receipt receipt = asked.reply().orPage();
        List<String> choice = receipt.choice();
        return Templates.receipt(
                frames.of(visit, PortalPage.RECEIPT, "Receipt of a vote"),
                new ReceiptView(
                        ballot,
                        receipt,
                        electors.stream()
                                .filter(elector -> elector.voter().equals(voter))
                                .map(Elector::name)
                                .findFirst()
                                .orElse(voter),
                        choice == null ? List.of() : BallotWords.choice(choice),
                        ballot.open()
                                ? electorates.mine(visit, ballot, electors).stream()
                                        .filter(Speaking::waits)
                                        .toList()
                                : List.of(),
                        done != null));
    }

    @GET
    @Path("{id}/recuse/")
    public TemplateInstance confirmRecusal(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return recusePage(
                visit,
                ballots.ballot(visit, id).orPage(),
                forms.shown(visit, BallotResource.path(visit, id) + "recuse/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/recuse/")
    public Response recuse(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Ballot ballot = ballots.ballot(visit, id).orPage();
        FormErrors errors = FormErrors.NONE;
        errors = entered.text("voter").isEmpty() ? errors.and("voter", "Choose who has the interest") : errors;
        errors = entered.text("reason").isEmpty() ? errors.and("reason", "Enter what the interest is") : errors;
        if (errors.any()) {
            return FormAnswer.again(recusePage(visit, ballot, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                ballots.recuse(visit, id, entered.text("voter"), entered.text("reason")),
                INTEREST,
                elector -> BallotResource.path(visit, id) + "?done=recused",
                mistakes -> recusePage(visit, ballot, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/casting-vote/")
    public TemplateInstance chooseCasting(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Ballot ballot = ballots.ballot(visit, id).orPage();
        return castingPage(
                visit,
                ballot,
                forms.shown(visit, BallotResource.path(visit, id) + "casting-vote/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/casting-vote/")
    public Response giveCasting(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Ballot ballot = ballots.ballot(visit, id).orPage();
        Optional<String> seat = electorates.chaired(visit, ballot);
        if (seat.isEmpty() || entered.text("choice").isEmpty()) {
            return FormAnswer.again(castingPage(
                    visit, ballot, Form.again(entered, FormErrors.of("choice", "Choose how a tie shall be decided"))));
        }
        return FormAnswer.of(
                ballots.castingVote(
                        visit, id, seat.get(), entered.text("choice"), Request.of(entered.text(Request.FIELD))),
                CHOICE,
                receipt -> BallotResource.path(visit, id) + "?done=casting",
                errors -> castingPage(visit, ballot, Form.again(entered, errors)));
    }

    private TemplateInstance castingPage(Visit visit, Ballot ballot, Form form) {
        return Templates.castingVote(
                frames.of(visit, PortalPage.CASTING_VOTE, "The casting vote"),
                new CastingVoteView(ballot, electorates.chaired(visit, ballot).isPresent(), form));
    }

    private TemplateInstance choosePage(Visit visit, Ballot ballot, Form form) {
        Loading<Motion> motion = panels.load(() -> motions.motion(visit, ballot.motion()));
        List<Speaking> mine = ballot.open() ? electorates.mine(visit, ballot).orPage() : List.of();
        Form filled = form.text("voter").isEmpty()
                ? mine.stream()
                        .filter(Speaking::waits)
                        .findFirst()
                        .map(first -> new Form(
                                form.entered().with("voter", first.key()),
                                form.request(),
                                form.errors(),
                                form.restored()))
                        .orElse(form)
                : form;
        return Templates.vote(
                frames.of(visit, PortalPage.VOTE, "Vote: " + ballot.title()),
                new VoteView(ballot, TimeLeft.words(clock.instant(), ballot.closesAt()), motion.panel(), mine, filled));
    }

    private TemplateInstance checkPage(
            Visit visit, Ballot ballot, Speaking speaking, VotePaper paper, Entered entered) {
        List<CheckView.FormField> kept = entered.fields().keySet().stream()
                .filter(name -> name.equals("voter")
                        || name.equals("choice")
                        || name.equals("abstain")
                        || name.startsWith("place-"))
                .map(name -> new CheckView.FormField(name, entered.text(name)))
                .toList();
        return Templates.check(
                frames.of(visit, PortalPage.VOTE, "Check your vote"),
                new CheckView(
                        ballot,
                        speaking,
                        paper.choice().isEmpty() ? List.of("Abstain") : BallotWords.choice(paper.choice()),
                        kept,
                        Request.fresh()));
    }

    private TemplateInstance recusePage(Visit visit, Ballot ballot, Form form) {
        return Templates.recuse(
                frames.of(visit, PortalPage.RECUSE, "Declare an interest"),
                new RecuseView(
                        ballot,
                        ballot.open()
                                ? electorates.mine(visit, ballot).orPage().stream()
                                        .filter(each -> each.via() == null && each.waits())
                                        .toList()
                                : List.of(),
                        form));
    }

    private static String receiptPath(Visit visit, UUID id, String voter) {
        return BallotResource.path(visit, id) + "receipts/" + URLEncoder.encode(voter, StandardCharsets.UTF_8) + "/";
    }
}
