package org.folkmoot.portal.model;

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
import java.util.List;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Models.ModelChange;
import org.folkmoot.portal.service.Models.ModelledPractice;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The practices of the ICS by their operating models. */
@Path("/{ics}/models/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
class ModelsResource {

    @CheckedTemplate(basePath = "model")
    static class Templates {
        static native TemplateInstance models(Frame frame, ModelsView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Models models;

    ModelsResource(Visitor visitor, Frames frames, Panels panels, Models models) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.models = models;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance models(
            @RestQuery @Nullable String model,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        Query here = Query.of(visit.base() + PortalPage.MODELS.example()).with("model", known(model));
        Loading<Page<ModelChange>> changes = panels.load(() -> models.changes(visit));
        List<ModelledPractice> practices =
                models.practices(visit, known(model), choice.date()).orPage();
        return Templates.models(
                frames.of(visit, PortalPage.MODELS, "How practices are organised"),
                new ModelsView(
                        choice,
                        model == null ? "" : model,
                        OperatingModel.all(),
                        practices,
                        Listing.of(
                                practices.stream().map(ModelsView.Row::of).toList(),
                                page,
                                here.with("asAt", choice.date())),
                        here,
                        changes.panel()
                                .map(found -> found.items().stream()
                                        .map(ModelsView.Change::new)
                                        .toList())));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @Nullable String model,
            @RestQuery @Nullable String asAt,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        AsAtChoice choice = AsAtChoice.of(asAt, null, null, null);
        return Exports.answer(models.practicesTable(visitor.now(), known(model), choice.date(), Exports.type(accept)));
    }

    /** A model that is none shows all of them. */
    private static @Nullable String known(@Nullable String model) {
        return OperatingModel.all().stream().anyMatch(one -> one.code().equals(model)) ? model : null;
    }
}
