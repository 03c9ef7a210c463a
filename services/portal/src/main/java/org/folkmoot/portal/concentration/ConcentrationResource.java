package org.folkmoot.portal.concentration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Concentrations;
import org.folkmoot.portal.service.Concentrations.Share;
import org.folkmoot.portal.service.Concentrations.Threshold;
import org.folkmoot.portal.service.Concentrations.Wanted;
import org.folkmoot.portal.service.Footprints;
import org.folkmoot.portal.service.Footprints.PcnHealth;
import org.folkmoot.portal.service.Footprints.Place;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who has how many of the patients, and from which share on the ICS wants it to be seen. */
@Path("/{ics}/concentration/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
class ConcentrationResource {

    private static final String USUALLY = "contract-holder";
    private static final Set<String> KINDS = Set.of(USUALLY, "owner", "employer");
    private static final Set<String> MONTHS = Set.of("12", "24");
    private static final String BY_NAME = "name";

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private static final Map<String, Field> FIELDS = Map.of("share", new Field("percent", "The share"));

    @CheckedTemplate(basePath = "concentration")
    static class Templates {
        static native TemplateInstance concentration(Frame frame, ConcentrationView view);

        static native TemplateInstance threshold(Frame frame, ThresholdView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Concentrations concentrations;
    private final Footprints footprints;

    ConcentrationResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Concentrations concentrations,
            Footprints footprints) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.concentrations = concentrations;
        this.footprints = footprints;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance concentration(
            @RestQuery @DefaultValue(USUALLY) String by,
            @RestQuery @DefaultValue("") String place,
            @RestQuery @DefaultValue("") String pcn,
            @RestQuery @DefaultValue("") String months,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        Wanted wanted = wanted(by, place, pcn, months, choice);
        String order = sort.equals(BY_NAME) ? BY_NAME : "";
        Loading<List<Place>> places = panels.load(() -> footprints.places(visit, choice.date()));
        Loading<List<PcnHealth>> pcns = panels.load(
                () -> footprints.networks(visit, null, choice.date()).map(Page::items));
        Loading<Threshold> threshold = panels.load(() -> concentrations.threshold(visit));
        List<Share> shares = concentrations.shares(visit, wanted).orPage();
        Query here = Query.of(visit.base() + PortalPage.CONCENTRATION.example())
                .with("by", wanted.by())
                .with("place", place)
                .with("pcn", pcn)
                .with("months", wanted.months() == 0 ? null : months)
                .with("sort", order);
        return Templates.concentration(
                frames.of(visit, PortalPage.CONCENTRATION, "Who has how many of the patients"),
                new ConcentrationView(
                        choice,
                        wanted,
                        order,
                        ofTheDay(shares),
                        Listing.of(
                                sorted(shares, order).stream()
                                        .map(ConcentrationView.Row::of)
                                        .toList(),
                                page,
                                here.with("asAt", choice.date())),
                        places.panel(),
                        pcns.panel(),
                        threshold.panel(),
                        PortalPage.CONCENTRATION_THRESHOLD.isFor(visit.roles()),
                        here,
                        "set".equals(done) ? "The threshold is set." : null));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue(USUALLY) String by,
            @RestQuery @DefaultValue("") String place,
            @RestQuery @DefaultValue("") String pcn,
            @RestQuery @DefaultValue("") String months,
            @RestQuery @Nullable String asAt,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        AsAtChoice choice = AsAtChoice.of(asAt, null, null, null);
        return Exports.answer(
                concentrations.table(visitor.now(), wanted(by, place, pcn, months, choice), Exports.type(accept)));
    }

    @GET
    @Path("threshold/")
    @RolesAllowed(Roles.ICS_ADMIN)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance writeThreshold(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Threshold> given = concentrations.threshold(visit).given();
        BigDecimal share = given.value().share();
        Entered known = Entered.NOTHING.with("percent", share == null ? null : Percent.entered(share));
        return thresholdPage(visit, given, forms.shown(visit, thresholdPath(visit), draft, known));
    }

    @POST
    @Path("threshold/")
    @RolesAllowed(Roles.ICS_ADMIN)
    @Produces(MediaType.TEXT_HTML)
    public Response setThreshold() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<BigDecimal> percent =
                entered.decimal("percent").filter(number -> number.signum() > 0 && number.compareTo(ALL) <= 0);
        return FormAnswer.of(
                FormErrors.NONE.unless(
                        percent.isPresent(), "percent", "The share must be a number of more than 0 and at most 100"),
                () -> concentrations.set(visit, Percent.share(percent.orElseThrow()), entered.text("tag")),
                FIELDS,
                set -> visit.base() + PortalPage.CONCENTRATION.example() + "?done=set",
                mistakes ->
                        thresholdPage(visit, concentrations.threshold(visit).given(), Form.again(entered, mistakes)));
    }

    private TemplateInstance thresholdPage(Visit visit, Reply.Given<Threshold> given, Form form) {
        return Templates.threshold(
                frames.of(visit, PortalPage.CONCENTRATION_THRESHOLD, "From which share on is it marked?"),
                new ThresholdView(given.tag().orElse(""), form));
    }

    private static Wanted wanted(String by, String place, String pcn, String months, AsAtChoice choice) {
        return new Wanted(
                KINDS.contains(by) ? by : USUALLY,
                place,
                pcn,
                MONTHS.contains(months) ? Integer.parseInt(months) : 0,
                choice.date());
    }

    /** Those of the latest day. */
    private static List<Share> ofTheDay(List<Share> shares) {
        return shares.isEmpty()
                ? shares
                : shares.stream()
                        .filter(share -> share.asAt().equals(shares.getLast().asAt()))
                        .toList();
    }

    /** The latest day first; of each the largest first, as the registry gives them, or by name. */
    private static List<Share> sorted(List<Share> shares, String order) {
        Comparator<Share> byDay = Comparator.comparing(Share::asAt).reversed();
        return shares.stream()
                .sorted(
                        order.equals(BY_NAME)
                                ? byDay.thenComparing(ConcentrationView::name, String.CASE_INSENSITIVE_ORDER)
                                : byDay)
                .toList();
    }

    private static String thresholdPath(Visit visit) {
        return visit.base() + PortalPage.CONCENTRATION_THRESHOLD.example();
    }
}
