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
import java.util.List;
import java.util.Locale;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Books;
import org.folkmoot.portal.service.Books.Claim;
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Models.ModelledPractice;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Dividing an amount over practices. */
@Path("/{ics}/fair-shares/add/")
@RolesAllowed(Roles.ICS_ADMIN)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AddFairShareResource {

    @CheckedTemplate(basePath = "money")
    static class Templates {
        static native TemplateInstance addFairShare(Frame frame, AddFairShareView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Books books;
    private final Models models;
    private final Clock clock;

    AddFairShareResource(Visitor visitor, Frames frames, Forms forms, Books books, Models models, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.books = books;
        this.models = models;
        this.clock = clock;
    }

    @GET
    public TemplateInstance write(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Entered today = Entered.NOTHING.withDay("asAt", LondonTime.today(clock));
        return page(visit, forms.shown(visit, visit.base() + PortalPage.ADD_FAIR_SHARE.example(), draft, today));
    }

    @POST
    public Response divide() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors mistakes = FairShareForm.mistakes(entered);
        List<Claim> claims = mistakes.any() ? List.of() : claims(visit, entered);
        return FormAnswer.of(
                mistakes.any() ? mistakes : nobody(claims, entered),
                () -> FairShareForm.naming(
                        books.divide(
                                visit, FairShareForm.share(entered, claims), Request.of(entered.text(Request.FIELD))),
                        claims),
                FairShareForm.FIELDS,
                share -> FairShareResource.path(visit, share.id()) + "?done=divided",
                refused -> page(visit, Form.again(entered, refused)));
    }

    /** Who shares: as the practices of the ICS were on the day whose weights count. */
    private List<Claim> claims(Visit visit, Entered entered) {
        String set = entered.text("set");
        if (set.equals(FairShareForm.THESE)) {
            return FairShareForm.written(entered);
        }
        String network = entered.text("network").toUpperCase(Locale.ROOT);
        List<ModelledPractice> practices =
                models.practices(visit, null, entered.day("asAt").orElseThrow()).orPage();
        return practices.stream()
                .filter(practice -> set.equals(FairShareForm.ALL) || network.equals(practice.pcn()))
                .map(practice -> new Claim(practice.code(), null))
                .toList();
    }

    private static FormErrors nobody(List<Claim> claims, Entered entered) {
        return switch (entered.text("set")) {
            case FairShareForm.NETWORK ->
                FormErrors.NONE.unless(
                        !claims.isEmpty(), "network", "No practice of the ICS was in that PCN on that day");
            case FairShareForm.ALL ->
                FormErrors.NONE.unless(!claims.isEmpty(), "set", "The ICS had no practice on that day");
            default -> FormErrors.NONE.unless(!claims.isEmpty(), "practices", "Enter at least one practice");
        };
    }

    private TemplateInstance page(Visit visit, Form form) {
        return Templates.addFairShare(
                frames.of(visit, PortalPage.ADD_FAIR_SHARE, "Divide an amount"),
                new AddFairShareView(ShareRule.all(), form));
    }
}
