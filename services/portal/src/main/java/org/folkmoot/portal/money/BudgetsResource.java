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
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Books;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What practices may spend, and how it goes. */
@Path("/{ics}/budgets/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN})
@RunOnVirtualThread
class BudgetsResource {

    private static final Map<String, Field> FIELDS = Map.of("year", new Field("year", "The year"));

    @CheckedTemplate(basePath = "money")
    static class Templates {
        static native TemplateInstance budgets(Frame frame, BudgetsView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Books books;

    BudgetsResource(Visitor visitor, Frames frames, Books books) {
        this.visitor = visitor;
        this.frames = frames;
        this.books = books;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance budgets(@RestQuery @DefaultValue("") String year, @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Query asked = Query.of(visit.base() + PortalPage.BUDGETS.example()).with("year", year);
        return Templates.budgets(
                frames.of(visit, PortalPage.BUDGETS, "Budgets"),
                new BudgetsView(
                        visit.is(Roles.PRACTICE_VOTER) ? visit.codes() : List.of(),
                        visit.is(Roles.ICS_ADMIN),
                        year,
                        Found.of(
                                books.budgets(visit, year, cursor, Listing.ROWS),
                                FIELDS,
                                cursor,
                                asked,
                                BudgetsView.Row::new)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue("") String year, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(books.budgetsTable(visitor.now(), year, Exports.type(accept)));
    }
}
