package org.folkmoot.portal.notice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Notices;
import org.folkmoot.portal.service.Notices.BallotMail;
import org.folkmoot.portal.service.Notices.Sent;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What became of the mails about a ballot: for the secretary, who can tell by other means whom no mail reached. */
@Path("/{ics}/ballots/")
@RolesAllowed(Roles.GROUP_SECRETARY)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class BallotMailsResource {

    @CheckedTemplate(basePath = "notice")
    static class Templates {
        static native TemplateInstance mails(Frame frame, BallotMailsView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Ballots ballots;
    private final Notices notices;

    BallotMailsResource(Visitor visitor, Frames frames, Panels panels, Ballots ballots, Notices notices) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.ballots = ballots;
        this.notices = notices;
    }

    @GET
    @Path("{id}/mails/")
    public TemplateInstance mails(@RestPath UUID id, @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Loading<Sent> sent = panels.load(() -> notices.ofBallot(visit, id));
        Loading<Page<BallotMail>> mails = panels.load(() -> notices.mails(visit, id, cursor, Listing.ROWS));
        Loading<List<Elector>> electors = panels.load(() -> ballots.electorate(visit, id));
        Ballot ballot = ballots.ballot(visit, id).orPage();
        Map<String, String> names = electors.reply().orPage().stream()
                .collect(Collectors.toMap(Elector::voter, Elector::name, (one, other) -> one));
        Page<BallotMail> page = mails.reply().orPage();
        Query here = Query.of(visit.base() + "/ballots/" + id + "/mails/");
        return Templates.mails(
                frames.of(visit, PortalPage.BALLOT_MAILS, "Mails about a ballot"),
                new BallotMailsView(
                        ballot,
                        sent.reply().orPage().kinds().entrySet().stream()
                                .map(kind -> new BallotMailsView.Kind(MailWords.kind(kind.getKey()), kind.getValue()))
                                .toList(),
                        sent.reply().orPage().unreached().stream()
                                .map(code -> names.getOrDefault(code, code))
                                .toList(),
                        page.items().stream().map(BallotMailsView.Row::of).toList(),
                        page.next() == null
                                ? null
                                : here.with("cursor", page.next()).href(),
                        cursor == null ? null : here.href()));
    }
}
