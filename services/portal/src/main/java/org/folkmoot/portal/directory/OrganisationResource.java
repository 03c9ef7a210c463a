package org.folkmoot.portal.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.folkmoot.http.Table;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.History;
import org.folkmoot.portal.service.Registry.Organisation;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Any organisation, on any day, with all that it ever was. */
@Path("/{ics}/organisations/{code}/")
@Authenticated
@RunOnVirtualThread
class OrganisationResource {

    /** The lists of one page, as its addresses name them. */
    private static final String ERAS = "eras";

    private static final String MEMBERSHIPS = "memberships";

    private static final Table.Columns<OrganisationView.Era> ERA_COLUMNS = Table.<OrganisationView.Era>columns()
            .date("From", OrganisationView.Era::from)
            .date("Until", OrganisationView.Era::until)
            .text("Name", OrganisationView.Era::name)
            .text("Status", era -> era.standing().words())
            .text("Place", OrganisationView.Era::place);

    private static final Table.Columns<OrganisationView.Membership> MEMBERSHIP_COLUMNS =
            Table.<OrganisationView.Membership>columns()
                    .text("Practice", spell -> spell.practice().code())
                    .text("Practice name", spell -> spell.practice().name())
                    .text("PCN", spell -> spell.pcn().code())
                    .text("PCN name", spell -> spell.pcn().name())
                    .date("First day", OrganisationView.Membership::from)
                    .date("Last day", OrganisationView.Membership::until);

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance organisation(Frame frame, OrganisationView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Registry registry;

    OrganisationResource(Visitor visitor, Frames frames, Panels panels, Registry registry) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.registry = registry;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance organisation(
            @RestPath String code,
            @RestQuery(ERAS) @DefaultValue("1") int eras,
            @RestQuery(MEMBERSHIPS) @DefaultValue("1") int memberships,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        Loading<History> history = panels.load(() -> registry.history(visit, code));
        Optional<Organisation> there =
                registry.organisation(visit, code, choice.date()).ifThere();
        Optional<History> past = history.reply().ifThere();
        if (there.isEmpty() && past.isEmpty()) {
            throw new NotFoundException();
        }
        String known = there.map(Organisation::code).orElse(code);
        List<OrganisationView.Era> versions = past.map(OrganisationView::eras).orElse(List.of());
        Query here = Query.of(visit.base() + "/organisations/" + known + "/").with("asAt", choice.date());
        OrganisationView view = new OrganisationView(
                known,
                there.orElse(null),
                choice,
                versions,
                Listing.of(ERAS, versions, eras, here.with(MEMBERSHIPS, later(memberships))),
                Listing.of(
                        MEMBERSHIPS,
                        past.map(OrganisationView::memberships).orElse(List.of()),
                        memberships,
                        here.with(ERAS, later(eras))));
        return Templates.organisation(frames.of(visit, PortalPage.ORGANISATION, view.name()), view);
    }

    /** What it was, or its times in networks. */
    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<?> export(@RestPath String code, @RestQuery @DefaultValue(ERAS) String list) {
        History history = registry.history(visitor.now(), code).orPage();
        return list.equals(MEMBERSHIPS)
                ? MEMBERSHIP_COLUMNS.table(
                        history.code() + "-times-in-pcns", OrganisationView.memberships(history).stream())
                : ERA_COLUMNS.table(history.code() + "-history", OrganisationView.eras(history).stream());
    }

    /** A page that an address has to name: not the first. */
    private static @Nullable Integer later(int page) {
        return page > 1 ? page : null;
    }
}
