package org.folkmoot.portal.care;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.folkmoot.portal.service.Referrals;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Shares;
import org.folkmoot.portal.service.Shares.NewShare;
import org.folkmoot.portal.service.Shares.Share;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.portal.term.Terms;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Deciding what of somebody is shared with an organisation that has not looked after them. */
@Path("/{ics}/referrals/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ShareResource {

    private static final Map<String, Field> SHARE = Map.of(
            "organisation", new Field("organisation", "The organisation"),
            "what", new Field("what", "What is shared"),
            "why", new Field("why", "The reason"),
            "basis", new Field("basis", "What it rests on"),
            "until", new Field("until-day", "The last day"));

    @CheckedTemplate(basePath = "care")
    static class Templates {
        static native TemplateInstance shares(Frame frame, SharesView view);

        static native TemplateInstance share(Frame frame, CareFormView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Referrals referrals;
    private final Shares shares;

    ShareResource(Visitor visitor, Frames frames, Forms forms, Panels panels, Referrals referrals, Shares shares) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.referrals = referrals;
        this.shares = shares;
    }

    @GET
    @Path("{id}/shares/")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    public TemplateInstance shares(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Loading<List<Share>> decided = panels.load(() -> shares.of(visit, id));
        Referral referral = referrals.referral(visit, id).orPage();
        return Templates.shares(
                frames.of(visit, PortalPage.SHARES, "What is shared"),
                new SharesView(
                        referral,
                        decided.reply().orPage().stream()
                                .map(SharesView.Line::of)
                                .toList(),
                        PortalPage.ADD_SHARE.isFor(visit.roles())
                                && "team".equals(referral.basis())
                                && referral.owned(),
                        PortalPage.REVOKE_SHARE.isFor(visit.roles()),
                        switch (done) {
                            case "shared" -> "The organisation may look from now on.";
                            case "revoked" -> "The organisation may look no longer.";
                            case null, default -> null;
                        }));
    }

    @GET
    @Path("{id}/shares/add/")
    public TemplateInstance ask(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(visit, id, forms.shown(visit, path(visit, id) + "add/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/shares/add/")
    public Response decide(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LocalDate> until = entered.day("until");
        String organisation = entered.text("organisation").toUpperCase(Locale.ROOT);
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(!organisation.isEmpty(), "organisation", "Enter the ODS code of the organisation")
                        .unless(
                                Terms.isOneOf(Terms.BASES, entered.text("basis")),
                                "basis",
                                "Choose what the decision rests on")
                        .unless(!entered.text("why").isEmpty(), "why", "Enter why it is shared")
                        .unless(until.isPresent(), "until-day", "The last day must be a real date, such as 1 4 2027"),
                () -> shares.share(
                        visit,
                        id,
                        new NewShare(
                                organisation,
                                entered.all("what"),
                                entered.text("why"),
                                entered.text("basis"),
                                until.orElseThrow()),
                        Request.of(entered.text(Request.FIELD))),
                SHARE,
                shared -> path(visit, id) + "?done=shared",
                errors -> page(visit, id, Form.again(entered, errors)));
    }

    private TemplateInstance page(Visit visit, UUID id, Form form) {
        return Templates.share(
                frames.of(visit, PortalPage.ADD_SHARE, "Share a record"),
                new CareFormView(referrals.referral(visit, id).orPage(), "", form));
    }

    static String path(Visit visit, UUID id) {
        return CarePlanResource.path(visit, id) + "shares/";
    }
}
