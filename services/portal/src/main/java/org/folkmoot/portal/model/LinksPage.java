package org.folkmoot.portal.model;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Models.Link;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** The page of what an organisation has to do with others, which a body and a trust have alike. */
@ApplicationScoped
class LinksPage {

    @CheckedTemplate(basePath = "model")
    static class Templates {
        static native TemplateInstance links(Frame frame, LinksView view);
    }

    /**
     * What is to be shown.
     *
     * @param organisation an ODS code, or the id of a body
     * @param path the address of the page
     * @param held which page of what it holds, from 1
     * @param others which page of its other links, from 1
     */
    record Wanted(String organisation, String path, AsAtChoice asAt, int held, int others) {}

    private final Frames frames;
    private final Models models;
    private final Clock clock;

    LinksPage(Frames frames, Models models, Clock clock) {
        this.frames = frames;
        this.models = models;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param subject whose page it is; what refuses it becomes the page instead
     * @param done what the person has just done; null if nothing
     */
    TemplateInstance of(
            Visit visit, PortalPage page, Wanted wanted, Supplier<LinksView.Subject> subject, @Nullable String done) {
        List<Link> links =
                models.links(visit, wanted.organisation(), day(wanted.asAt())).orPage();
        LinksView view = LinksView.of(
                subject.get(),
                wanted,
                links,
                Query.of(wanted.path()),
                PortalPage.ADD_BODY_LINK.isFor(visit.roles()),
                done);
        return Templates.links(frames.of(visit, page, view.subject().name()), view);
    }

    /** The links as a file. */
    Response table(Visit visit, String organisation, AsAtChoice asAt, @Nullable String accept) {
        return Exports.answer(models.linksTable(visit, organisation, day(asAt), Exports.type(accept)));
    }

    /** Without a day the registry tells the links of all days. */
    private LocalDate day(AsAtChoice asAt) {
        LocalDate date = asAt.date();
        return date == null ? LondonTime.today(clock) : date;
    }
}
