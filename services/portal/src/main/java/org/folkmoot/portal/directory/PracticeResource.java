package org.folkmoot.portal.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
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
import org.folkmoot.portal.frame.OwnPractice;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.History;
import org.folkmoot.portal.service.Registry.ListSizeVersion;
import org.folkmoot.portal.service.Registry.Organisation;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A practice: its patients over time, and the networks that it was in. */
@Path("/{ics}/practices/{code}/")
@Authenticated
@RunOnVirtualThread
class PracticeResource {

    private static final Table.Columns<ListSizeVersion> LISTS = Table.<ListSizeVersion>columns()
            .date("Counted on", ListSizeVersion::validFrom)
            .integer("Registered patients", ListSizeVersion::patients);

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance practice(Frame frame, PracticePageView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Registry registry;

    PracticeResource(Visitor visitor, Frames frames, Panels panels, Registry registry) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.registry = registry;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance practice(
            @RestPath String code,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        Loading<History> history = panels.load(() -> registry.history(visit, code));
        Organisation practice =
                registry.organisation(visit, code, choice.date()).orPage();
        Optional<History> known = history.reply().ifThere();
        Query lists = Query.of(visit.base() + "/practices/" + practice.code() + "/");
        return Templates.practice(
                frames.of(visit, PortalPage.PRACTICE, practice.name()),
                new PracticePageView(
                        practice,
                        choice,
                        known.map(History::listSizes).orElse(List.of()),
                        known.map(OrganisationView::memberships).orElse(List.of()),
                        PortalPage.REPORT_BACKLOG.isFor(visit.roles())
                                && visit.codes().contains(practice.code()),
                        OwnPractice.offers(visit, PortalPage.ADD_BUDGET, practice.code()),
                        lists.with("format", "csv").href(),
                        lists.with("format", "xlsx").href()));
    }

    /** Its patients over time. */
    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<ListSizeVersion> export(@RestPath String code) {
        History history = registry.history(visitor.now(), code).orPage();
        return LISTS.table(history.code() + "-registered-patients", history.listSizes().stream());
    }
}
