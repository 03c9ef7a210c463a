package org.folkmoot.portal.integration;

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
import java.util.UUID;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Cases;
import org.folkmoot.portal.service.Cases.Case;
import org.folkmoot.portal.service.Cases.Summary;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Looking through integration cases. */
@Path("/{ics}/cases/")
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
class CaseResource {

    @CheckedTemplate(basePath = "integration")
    static class Templates {
        static native TemplateInstance cases(Frame frame, CasesView view);

        static native TemplateInstance integrationCase(Frame frame, CaseView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Cases cases;

    CaseResource(Visitor visitor, Frames frames, Cases cases) {
        this.visitor = visitor;
        this.frames = frames;
        this.cases = cases;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance cases(@RestQuery @DefaultValue("") String state, @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Page<Summary> page = cases.list(visit, state, cursor, Listing.ROWS).orPage();
        Query asked = Query.of(visit.base() + PortalPage.CASES.example()).with("state", state);
        return Templates.cases(
                frames.of(visit, PortalPage.CASES, "Integration cases"),
                new CasesView(
                        state,
                        PortalPage.ADD_CASE.isFor(visit.roles()),
                        Listing.of(page, cursor, asked, one -> new CasesView.Row(one, CaseWords.of(one.state())))));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue("") String state, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(cases.table(visitor.now(), state, Exports.type(accept)));
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance integrationCase(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Case one = cases.find(visit, id).orPage();
        boolean own = visit.is(Roles.PRACTICE_VOTER) && visit.codes().contains(one.practice());
        boolean keeps = own || visit.is(Roles.ICS_ADMIN);
        return Templates.integrationCase(
                frames.of(visit, PortalPage.CASE, one.practiceWords()),
                new CaseView(
                        one,
                        CaseWords.of(one.state()),
                        one.steps().stream()
                                .map(step -> new CaseView.StepRow(step, CaseWords.of(step.step())))
                                .toList(),
                        keeps && one.open(),
                        visit.is(Roles.LMC_EXECUTIVE),
                        own && one.open(),
                        keeps && !one.open(),
                        switch (done) {
                            case "opened" -> "The case is open.";
                            case "option" -> "The option is on record.";
                            case "diligence" -> "The item is on record.";
                            case "statement" -> "What you said is on record.";
                            case "decision" -> "The decision is on record.";
                            case "reopened" -> "The case is open again.";
                            case null, default -> null;
                        }));
    }

    static String path(Visit visit, UUID id) {
        return visit.base() + "/cases/" + id + "/";
    }
}
