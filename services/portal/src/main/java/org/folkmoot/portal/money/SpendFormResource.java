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
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.nhs.LondonTime;
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
import org.folkmoot.portal.service.Books.NewSpend;
import org.folkmoot.portal.service.Books.Spend;
import org.folkmoot.portal.service.Books.SpendTerms;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a practice spent in a month is recorded, and put right. */
@Path("/{ics}/practices/{code}/spends/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.ICS_ADMIN})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SpendFormResource {

    /** Of how many of the last months one is recorded: this financial year and the two before it are among them. */
    private static final int MONTHS = 36;

    private static final Map<String, Field> FIELDS = fields();

    @CheckedTemplate(basePath = "money")
    static class Templates {
        static native TemplateInstance spendForm(Frame frame, SpendFormView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Books books;
    private final Registry registry;
    private final Clock clock;

    SpendFormResource(Visitor visitor, Frames frames, Forms forms, Books books, Registry registry, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.books = books;
        this.registry = registry;
        this.clock = clock;
    }

    @GET
    @Path("add/")
    public TemplateInstance write(
            @RestPath String code, @RestQuery @Nullable String month, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(
                visit,
                code,
                forms.shown(visit, folder(visit, code) + "add/", draft, Entered.NOTHING.with("month", month)));
    }

    @POST
    @Path("add/")
    public Response record(@RestPath String code) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<YearMonth> month = month(entered.text("month"));
        return FormAnswer.of(
                mistakes(FormErrors.NONE.unless(month.isPresent(), "month", "Choose the month"), entered),
                () -> books.record(
                        visit,
                        code,
                        new NewSpend(month.orElseThrow(), terms(entered)),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                spend -> folder(visit, code) + spend.month() + "/?done=recorded",
                mistakes -> addPage(visit, code, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{month}/")
    public TemplateInstance rewrite(
            @RestPath String code,
            @RestPath YearMonth month,
            @RestQuery @Nullable String done,
            @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Spend> given = books.spend(visit, code, month).given();
        Form form = forms.shown(visit, folder(visit, code) + month + "/", draft, known(given.value()));
        return putRightPage(visit, given, form, "recorded".equals(done) ? "What was spent is recorded." : null);
    }

    @POST
    @Path("{month}/")
    public Response putRight(@RestPath String code, @RestPath YearMonth month) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakes(FormErrors.NONE, entered),
                () -> books.putRight(visit, code, month, terms(entered), entered.text("tag")),
                FIELDS,
                spend -> folder(visit, code) + month + "/?done=recorded",
                mistakes -> putRightPage(
                        visit, books.spend(visit, code, month).given(), Form.again(entered, mistakes), null));
    }

    private static FormErrors mistakes(FormErrors errors, Entered entered) {
        return HeadFields.mistakes(errors, entered).unless(entered.ticked("source"), "source", "Enter what shows it");
    }

    private static SpendTerms terms(Entered entered) {
        return new SpendTerms(HeadFields.heads(entered), entered.text("source"));
    }

    private static Entered known(Spend spend) {
        return HeadFields.known(Entered.NOTHING.with("source", spend.source()), spend.heads());
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private TemplateInstance addPage(Visit visit, String code, Form form) {
        YearMonth now = YearMonth.from(LondonTime.today(clock));
        Stream<YearMonth> last =
                Stream.iterate(now, later -> later.minusMonths(1)).limit(MONTHS);
        // An older one that is asked for is among them, or the form would begin with another than the person meant.
        Stream<YearMonth> wanted = month(form.text("month")).filter(month -> !month.isAfter(now)).stream();
        List<SpendFormView.Choice> months = Stream.concat(last, wanted)
                .distinct()
                .map(SpendFormView.Choice::new)
                .toList();
        return Templates.spendForm(
                frames.of(visit, PortalPage.ADD_SPEND, "Record what was spent"),
                new SpendFormView(code, name(visit, code), null, "", months, form, null));
    }

    private TemplateInstance putRightPage(Visit visit, Reply.Given<Spend> given, Form form, @Nullable String done) {
        Spend spend = given.value();
        return Templates.spendForm(
                frames.of(visit, PortalPage.CORRECT_SPEND, "What was spent in " + MoneyWords.month(spend.month())),
                new SpendFormView(
                        spend.practice(),
                        name(visit, spend.practice()),
                        spend,
                        given.tag().orElse(""),
                        List.of(),
                        form,
                        done));
    }

    private String name(Visit visit, String code) {
        return registry.organisation(visit, code, null).orPage().name();
    }

    private static String folder(Visit visit, String code) {
        return visit.base() + "/practices/" + code + "/spends/";
    }

    /** Terms are checked as a whole when they are put right, and as a part of the request when they are recorded. */
    private static Map<String, Field> fields() {
        var fields = new HashMap<>(HeadFields.fields("heads", "spend/heads"));
        fields.put("month", new Field("month", "The month"));
        fields.put("source", new Field("source", "What shows it"));
        fields.put("spend/source", new Field("source", "What shows it"));
        return Map.copyOf(fields);
    }
}
