package org.folkmoot.portal.money;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Books;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What became of practices that changed their model, and the panel to take away. */
@Path("/{ics}/panel/")
@RolesAllowed({Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN})
@RunOnVirtualThread
class PanelResource {

    private static final String MONTHS = "months";

    @CheckedTemplate(basePath = "money")
    static class Templates {
        static native TemplateInstance panel(Frame frame, PanelView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Books books;

    PanelResource(Visitor visitor, Frames frames, Books books) {
        this.visitor = visitor;
        this.frames = frames;
        this.books = books;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance panel() {
        Visit visit = visitor.now();
        Query asked = Query.of(visit.base() + PortalPage.PANEL.example());
        return Templates.panel(
                frames.of(visit, PortalPage.PANEL, "Before and after a change of model"),
                new PanelView(
                        books.effects(visit).orPage().items().stream()
                                .map(PanelView.Row::new)
                                .toList(),
                        asked.with("format", "csv").href(),
                        asked.with("format", "xlsx").href(),
                        asked.with("show", MONTHS).with("format", "csv").href(),
                        asked.with("show", MONTHS).with("format", "xlsx").href()));
    }

    /** The changes, or every practice by month. */
    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue("") String show, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Visit visit = visitor.now();
        return Exports.answer(
                show.equals(MONTHS)
                        ? books.panelTable(visit, Exports.type(accept))
                        : books.effectsTable(visit, Exports.type(accept)));
    }
}
