package org.folkmoot.portal.model;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Models.ModelPeriod;
import org.folkmoot.portal.service.Models.PracticeModel;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who stands behind a practice, on a day and over time. */
@Path("/{ics}/practices/{code}/model/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PracticeModelResource {

    @CheckedTemplate(basePath = "model")
    static class Templates {
        static native TemplateInstance practice(Frame frame, PracticeModelView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Models models;
    private final Clock clock;

    PracticeModelResource(Visitor visitor, Frames frames, Panels panels, Models models, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.models = models;
        this.clock = clock;
    }

    @GET
    public TemplateInstance practice(
            @RestPath String code,
            @RestQuery @Nullable String done,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        Loading<Page<ModelPeriod>> timeline = panels.load(() -> models.timeline(visit, code));
        PracticeModel practice = models.practice(visit, code, choice.date()).orPage();
        List<ModelPeriod> periods = timeline.reply().orPage().items();
        return Templates.practice(
                frames.of(visit, PortalPage.PRACTICE_MODEL, practice.practice().name()),
                new PracticeModelView(
                        practice,
                        choice,
                        periods,
                        LondonTime.today(clock),
                        visit.is(Roles.ICS_ADMIN) || visit.is(Roles.EXECUTIVE_MANAGER),
                        "recorded".equals(done) ? "The link is recorded." : null));
    }
}
