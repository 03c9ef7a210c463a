package org.folkmoot.portal.money;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.YearMonth;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.OwnPractice;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Books;
import org.folkmoot.portal.service.Books.Budget;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a practice may spend in a year, and how it goes. */
@Path("/{ics}/practices/{code}/budgets/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN})
@RunOnVirtualThread
class BudgetResource {

    @CheckedTemplate(basePath = "money")
    static class Templates {
        static native TemplateInstance budget(Frame frame, BudgetView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Books books;
    private final Clock clock;

    BudgetResource(Visitor visitor, Frames frames, Books books, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.books = books;
        this.clock = clock;
    }

    @GET
    @Path("{year}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance budget(@RestPath String code, @RestPath int year, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Budget budget = books.budget(visit, code, year).orPage();
        BudgetView view = new BudgetView(
                budget,
                OwnPractice.offers(visit, PortalPage.CHANGE_BUDGET, budget.practice()),
                YearMonth.from(LondonTime.today(clock)),
                "set".equals(done) ? "The budget is set." : null);
        return Templates.budget(
                frames.of(visit, PortalPage.BUDGET, "Budget of " + budget.practice() + " for " + view.year()), view);
    }

    /** The address of a budget's page. */
    static String path(Visit visit, String code, int year) {
        return folder(visit, code) + year + "/";
    }

    /** Where the budgets of a practice are. */
    static String folder(Visit visit, String code) {
        return visit.base() + "/practices/" + code + "/budgets/";
    }
}
