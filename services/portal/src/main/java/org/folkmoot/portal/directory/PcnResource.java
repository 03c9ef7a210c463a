package org.folkmoot.portal.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.folkmoot.http.Table;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.History;
import org.folkmoot.portal.service.Registry.Pcn;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A network: its practices with their lists, its size, who came and went. */
@Path("/{ics}/pcns/{code}/")
@Authenticated
@RunOnVirtualThread
class PcnResource {

    private static final Table.Columns<Change> CHANGES = Table.<Change>columns()
            .date("Day", Change::day)
            .text("Practice", Change::practice)
            .text("Name", Change::name)
            .text("Change", change -> change.joined() ? "joined" : "left");

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance pcn(Frame frame, PcnPageView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Registry registry;

    PcnResource(Visitor visitor, Frames frames, Panels panels, Registry registry) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.registry = registry;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance pcn(
            @RestPath String code,
            @RestQuery @Nullable String sort,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        Loading<History> history = panels.load(() -> registry.history(visit, code));
        Pcn pcn = registry.pcn(visit, code, choice.date()).orPage();
        boolean bySize = !"name".equals(sort);
        Query here = Query.of(visit.base() + "/pcns/" + pcn.code() + "/").with("asAt", choice.date());
        Query changes = Change.listOf(visit.base(), pcn.code());
        return Templates.pcn(
                frames.of(visit, PortalPage.PCN, pcn.name()),
                new PcnPageView(
                        pcn,
                        PcnSize.of(pcn.patients()),
                        !visit.tenant().isPlatform()
                                && pcn.members().stream()
                                        .anyMatch(member ->
                                                visit.tenant().icb().code().equals(member.icb())),
                        choice,
                        pcn.members().stream()
                                .sorted(bySize ? PcnPageView.BY_SIZE : PcnPageView.BY_NAME)
                                .toList(),
                        panels.load(() -> history.reply().map(known -> Change.of(known, pcn)))
                                .panel(),
                        changes.with("format", "csv").href(),
                        changes.with("format", "xlsx").href(),
                        bySize,
                        here.with("sort", "name").href(),
                        here.with("sort", "size").href(),
                        here.with("format", "csv").href(),
                        here.with("format", "xlsx").href()));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestPath String code,
            @RestQuery @Nullable String asAt,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        AsAtChoice choice = AsAtChoice.of(asAt, null, null, null);
        return Exports.answer(registry.practicesTable(visitor.now(), null, code, choice.date(), Exports.type(accept)));
    }

    /** Who joined and left, up to the present. */
    @GET
    @Path("changes/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<Change> exportChanges(@RestPath String code) {
        Visit visit = visitor.now();
        Loading<History> history = panels.load(() -> registry.history(visit, code));
        Pcn pcn = registry.pcn(visit, code, null).orPage();
        return CHANGES.table(pcn.code() + "-changes", Change.of(history.reply().orPage(), pcn).stream());
    }
}
