package org.folkmoot.portal.enquiry;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Enquiries;
import org.folkmoot.portal.service.Enquiries.NewAsk;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.Practice;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Asking practices what only they know, so that an enquiry can be answered. */
@Path("/{ics}/enquiries/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AskPracticesResource {

    /** How many working days a practice is given, unless somebody says otherwise: half of those for the answer. */
    private static final int USUAL_DAYS = 5;

    private static final Map<String, Field> FIELDS = Map.of(
            "practices", new Field("practices", "The practices"),
            "words", new Field("words", "The question"),
            "workingDays", new Field("workingDays", "The number"));

    @CheckedTemplate(basePath = "enquiry")
    static class Templates {
        static native TemplateInstance askPractices(Frame frame, AskPracticesView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Enquiries enquiries;
    private final Registry registry;
    private final Clock clock;

    AskPracticesResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Enquiries enquiries,
            Registry registry,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.enquiries = enquiries;
        this.registry = registry;
        this.clock = clock;
    }

    @GET
    @Path("{id}/ask/")
    public TemplateInstance write(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(
                visit,
                id,
                forms.shown(visit, path(visit, id) + "ask/", draft, Entered.NOTHING.with("workingDays", USUAL_DAYS)));
    }

    @POST
    @Path("{id}/ask/")
    public Response ask(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(!entered.all("practices").isEmpty(), "practices", "Choose at least one practice")
                        .unless(!entered.text("words").isEmpty(), "words", "Enter what they are asked")
                        .unless(
                                entered.number("workingDays").isPresent(),
                                "workingDays",
                                "Enter a number of working days, such as 5"),
                () -> enquiries.ask(
                        visit,
                        id,
                        new NewAsk(
                                entered.all("practices"),
                                entered.text("words"),
                                entered.number("workingDays").orElseThrow()),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                enquiry -> path(visit, id) + "?done=asked",
                mistakes -> page(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, UUID id, Form form) {
        Loading<List<Practice>> practices =
                panels.load(() -> registry.practices(visit, visit.tenant().icb().code(), null, null));
        return Templates.askPractices(
                frames.of(visit, PortalPage.ASK_PRACTICES, "Ask practices"),
                new AskPracticesView(
                        enquiries.enquiry(visit, id).orPage(),
                        AskPracticesView.Network.of(practices.reply().orPage()),
                        EnglishWorkingDays.plus(LondonTime.today(clock), USUAL_DAYS),
                        form));
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/enquiries/" + id + "/";
    }
}
