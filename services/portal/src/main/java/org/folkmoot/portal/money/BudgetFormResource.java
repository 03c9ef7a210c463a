package org.folkmoot.portal.money;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Books;
import org.folkmoot.portal.service.Books.Budget;
import org.folkmoot.portal.service.Books.BudgetTerms;
import org.folkmoot.portal.service.Books.NewBudget;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A practice's budget is set, and set anew. */
@Path("/{ics}/practices/{code}/budgets/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.ICS_ADMIN})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class BudgetFormResource {

    /** Terms are checked as a whole when a budget is set anew, and as a part of the request when it is set. */
    private static final List<String> WITHIN = List.of("", "budget/");

    private static final Map<String, Field> FIELDS = fields();

    @CheckedTemplate(basePath = "money")
    static class Templates {
        static native TemplateInstance budgetForm(Frame frame, BudgetFormView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Books books;
    private final Registry registry;

    BudgetFormResource(Visitor visitor, Frames frames, Forms forms, Books books, Registry registry) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.books = books;
        this.registry = registry;
    }

    @GET
    @Path("add/")
    public TemplateInstance write(@RestPath String code, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(
                visit, code, forms.shown(visit, BudgetResource.folder(visit, code) + "add/", draft, Entered.NOTHING));
    }

    @POST
    @Path("add/")
    public Response set(@RestPath String code) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors year = FormErrors.NONE.unless(
                entered.number("year").isPresent(), "year", "The year must be a number, such as 2026 for 2026-27");
        return FormAnswer.of(
                mistakes(year, entered),
                () -> books.set(
                        visit,
                        code,
                        new NewBudget(entered.number("year").orElseThrow(), terms(entered)),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                budget -> BudgetResource.path(visit, code, budget.year()) + "?done=set",
                mistakes -> addPage(visit, code, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{year}/change/")
    public TemplateInstance rewrite(@RestPath String code, @RestPath int year, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Budget> given = books.budget(visit, code, year).given();
        String path = BudgetResource.path(visit, code, year) + "change/";
        return changePage(visit, given, forms.shown(visit, path, draft, known(given.value())));
    }

    @POST
    @Path("{year}/change/")
    public Response setAnew(@RestPath String code, @RestPath int year) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakes(FormErrors.NONE, entered),
                () -> books.setAnew(visit, code, year, terms(entered), entered.text("tag")),
                FIELDS,
                budget -> BudgetResource.path(visit, code, year) + "?done=set",
                mistakes -> changePage(visit, books.budget(visit, code, year).given(), Form.again(entered, mistakes)));
    }

    private static FormErrors mistakes(FormErrors errors, Entered entered) {
        FormErrors income = errors.unless(
                        MoneyWords.pence(entered.text("pastIncome")).isPresent(),
                        "pastIncome",
                        "Past income must be an amount, such as 120,000 or 120,000.50")
                .unless(
                        entered.ticked("pastIncomeSource"),
                        "pastIncomeSource",
                        "Enter of which year past income is, and what shows it")
                .unless(
                        !entered.ticked("adjustment")
                                || MoneyWords.pence(entered.text("adjustment")).isPresent(),
                        "adjustment",
                        "The adjustment must be an amount, such as 5,000 or -5,000, or nothing");
        return HeadFields.mistakes(income, entered)
                .unless(entered.ticked("reason"), "reason", "Enter why it is set so");
    }

    private static BudgetTerms terms(Entered entered) {
        return new BudgetTerms(
                MoneyWords.pence(entered.text("pastIncome")).orElseThrow(),
                entered.text("pastIncomeSource"),
                MoneyWords.pence(entered.text("adjustment")).orElse(0L),
                entered.orNull("adjustmentReason"),
                HeadFields.heads(entered),
                entered.text("reason"));
    }

    /** What it says, as the form to set it anew begins; why it is set anew is for the person to say. */
    private static Entered known(Budget budget) {
        return HeadFields.known(
                Entered.NOTHING
                        .with("pastIncome", MoneyWords.entered(budget.pastIncomePence()))
                        .with("pastIncomeSource", budget.pastIncomeSource())
                        .with("adjustment", MoneyWords.entered(budget.adjustmentPence()))
                        .with("adjustmentReason", budget.adjustmentReason()),
                budget.heads());
    }

    private TemplateInstance addPage(Visit visit, String code, Form form) {
        return Templates.budgetForm(
                frames.of(visit, PortalPage.ADD_BUDGET, "Set a budget"),
                new BudgetFormView(
                        code, registry.organisation(visit, code, null).orPage().name(), null, "", form));
    }

    private TemplateInstance changePage(Visit visit, Reply.Given<Budget> given, Form form) {
        Budget budget = given.value();
        return Templates.budgetForm(
                frames.of(visit, PortalPage.CHANGE_BUDGET, "Set a budget anew"),
                new BudgetFormView(
                        budget.practice(),
                        registry.organisation(visit, budget.practice(), null)
                                .orPage()
                                .name(),
                        budget.year(),
                        given.tag().orElse(""),
                        form));
    }

    private static Map<String, Field> fields() {
        var fields = new HashMap<>(HeadFields.fields("heads", "budget/heads"));
        fields.put("year", new Field("year", "The year"));
        for (String within : WITHIN) {
            fields.put(within + "pastIncomePence", new Field("pastIncome", "Past income"));
            fields.put(within + "pastIncomeSource", new Field("pastIncomeSource", "What shows past income"));
            fields.put(within + "adjustmentPence", new Field("adjustment", "The adjustment"));
            fields.put(within + "adjustmentReason", new Field("adjustmentReason", "The reason of the adjustment"));
            fields.put(within + "reason", new Field("reason", "The reason"));
        }
        return Map.copyOf(fields);
    }
}
