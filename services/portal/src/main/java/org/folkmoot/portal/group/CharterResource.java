package org.folkmoot.portal.group;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Answers;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.FormErrors.Mistake;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.group.CharterCheckView.MistakeLine;
import org.folkmoot.portal.group.CharterPage.Topic;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Constitution;
import org.folkmoot.portal.service.Groups.Founding;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.FormFields;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Founding a group and proposing a new version of its constitution: one page for each thing to think about, and a last one
 * on which all answers are checked. The answers are kept between the pages; nothing is changed before the end.
 */
@Path("/{ics}/groups/")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class CharterResource {

    private static final String PAGE = "page";
    private static final String CHANGING = "changing";
    private static final String TAG = "tag";

    private static final Map<String, Field> FIELDS = Map.of(
            "name", new Field("name", "The name"),
            "footprint", new Field("codes", "Whose practices it speaks for"),
            "effectiveFrom", new Field("effectiveFrom-day", "The first day"),
            "reason", new Field("reason", "The reason"));

    @CheckedTemplate(basePath = "group")
    static class Templates {
        static native TemplateInstance charter(Frame frame, CharterPageView view);

        static native TemplateInstance charterCheck(Frame frame, CharterCheckView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Answers answers;
    private final Groups groups;
    private final FootprintNames names;
    private final Clock clock;

    CharterResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Answers answers,
            Groups groups,
            FootprintNames names,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.answers = answers;
        this.groups = groups;
        this.names = names;
        this.clock = clock;
    }

    @GET
    @Path("add/")
    @RolesAllowed(Roles.ICS_ADMIN)
    public Response beginFounding(
            @RestQuery @Nullable String draft,
            @RestQuery @Nullable String page,
            @RestQuery @Nullable String changing,
            @RestQuery @Nullable String notice) {
        return shown(founding(visitor.now()), draft, page, changing, notice);
    }

    @POST
    @Path("add/")
    @RolesAllowed(Roles.ICS_ADMIN)
    public Response goOnFounding() {
        return taken(founding(visitor.now()));
    }

    @GET
    @Path("{id}/constitutions/add/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.ICS_ADMIN})
    public Response beginProposing(
            @RestPath UUID id,
            @RestQuery @Nullable String draft,
            @RestQuery @Nullable String page,
            @RestQuery @Nullable String changing,
            @RestQuery @Nullable String notice) {
        return shown(proposing(visitor.now(), id), draft, page, changing, notice);
    }

    @POST
    @Path("{id}/constitutions/add/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.ICS_ADMIN})
    public Response goOnProposing(@RestPath UUID id) {
        return taken(proposing(visitor.now(), id));
    }

    /**
     * What the form is for.
     *
     * @param group whose constitution it is; null for one that is founded with it
     * @param tag the version of that group
     */
    private record Purpose(
            Visit visit, String path, @Nullable Group group, String tag) {

        List<CharterPage> order() {
            return CharterPage.order(group);
        }
    }

    private static Purpose founding(Visit visit) {
        return new Purpose(visit, visit.base() + PortalPage.ADD_GROUP.example(), null, "");
    }

    private Purpose proposing(Visit visit, UUID id) {
        Reply.Given<Group> given = groups.group(visit, id).given();
        return new Purpose(
                visit,
                GroupResource.path(visit, id) + "constitutions/add/",
                given.value(),
                given.tag().orElse(""));
    }

    private Response shown(
            Purpose purpose,
            @Nullable String draft,
            @Nullable String page,
            @Nullable String changing,
            @Nullable String notice) {
        Optional<Entered> kept = answers.of(purpose.visit(), purpose.path(), draft);
        if (kept.isPresent() && !kept.get().text(PAGE).isEmpty()) {
            // A page that was sent after the session had ended: it is put where it would have gone.
            return restored(purpose, kept.get());
        }
        CharterPage asked =
                kept.isEmpty() ? purpose.order().getFirst() : named(purpose, kept.get(), page == null ? "" : page);
        CharterWay way = way(purpose, kept.isPresent() ? draft : null, changing != null);
        CharterNotice said = draft != null && kept.isEmpty() ? CharterNotice.LOST : notice(notice);
        return FormAnswer.again(
                page(purpose, way, asked, kept.orElseGet(() -> beginning(purpose)), FormErrors.NONE, said));
    }

    private Response restored(Purpose purpose, Entered late) {
        String name = late.orNull(FormFields.DRAFT);
        Optional<Entered> kept = answers.of(purpose.visit(), purpose.path(), name);
        Entered before = kept.orElseGet(() -> beginning(purpose));
        CharterPage page = named(purpose, before, late.text(PAGE));
        String keptAs = keep(purpose, kept.isPresent() ? name : null, page.taken(before, late));
        Query way = way(purpose, keptAs, late.ticked(CHANGING)).to(page);
        return FormAnswer.see(way.with("notice", "restored").href());
    }

    /** Takes what was sent from a page, and leads on: to the next page, to the one before, or to the end. */
    private Response taken(Purpose purpose) {
        Entered sent = forms.sent();
        String name = sent.orNull(FormFields.DRAFT);
        Optional<Entered> kept = answers.of(purpose.visit(), purpose.path(), name);
        Entered before = kept.orElseGet(() -> beginning(purpose).with(TAG, sent.text(TAG)));
        CharterPage page = named(purpose, before, sent.text(PAGE));
        Entered all = page.taken(before, sent);
        if (name != null && kept.isEmpty()) {
            String keptAs = keep(purpose, null, all);
            return FormAnswer.see(way(purpose, keptAs, false)
                    .to(purpose.order().getFirst())
                    .with("notice", "lost")
                    .href());
        }
        boolean changing = sent.ticked(CHANGING);
        return switch (sent.text("step")) {
            case "send" -> sent(purpose, way(purpose, name, false), all);
            case "back" -> {
                CharterWay way = way(purpose, keep(purpose, name, withoutEmptySeat(page, all)), changing);
                yield FormAnswer.see(way.to(page.back(purpose.order(), changing).orElse(page))
                        .href());
            }
            case "remove" -> {
                Entered left = page.topic() == Topic.SEAT ? CharterFields.withoutSeat(all, page.place()) : all;
                CharterWay way = way(purpose, keep(purpose, name, left), changing);
                yield FormAnswer.see(way.to(CharterPage.about(Topic.SEATS)).href());
            }
            case "add" -> {
                CharterWay way = way(purpose, keep(purpose, name, all), changing);
                int free = CharterForm.of(all).seats().size();
                yield FormAnswer.see(way.to(CharterPage.seat(free)).href());
            }
            default -> {
                CharterWay way = way(purpose, keep(purpose, name, all), changing);
                FormErrors errors = CharterForm.of(all).mistakes(page);
                yield errors.any()
                        ? FormAnswer.again(page(purpose, way, page, all, errors, null))
                        : FormAnswer.see(
                                way.to(page.next(purpose.order(), changing)).href());
            }
        };
    }

    private Response sent(Purpose purpose, CharterWay way, Entered all) {
        CharterForm charter = CharterForm.of(all);
        List<MistakeLine> mistakes = mistakes(purpose, way, charter);
        if (!mistakes.isEmpty()) {
            return FormAnswer.again(check(purpose, way, charter, mistakes, null));
        }
        UUID request = Request.of(all.text(Request.FIELD));
        Group group = purpose.group();
        return group == null
                ? found(purpose, way, charter, request)
                : propose(purpose, way, charter, request, group.id());
    }

    private Response found(Purpose purpose, CharterWay way, CharterForm charter, UUID request) {
        return FormAnswer.of(
                groups.found(
                        purpose.visit(),
                        new Founding(charter.form().text("name"), charter.footprint(), charter.constitution()),
                        request),
                FIELDS,
                group -> GroupResource.path(purpose.visit(), group.id()) + "?done=founded",
                errors -> refused(purpose, way, charter, errors));
    }

    private Response propose(Purpose purpose, CharterWay way, CharterForm charter, UUID request, UUID group) {
        return FormAnswer.of(
                groups.propose(
                        purpose.visit(),
                        group,
                        charter.constitution(),
                        charter.form().text(TAG),
                        request),
                FIELDS,
                proposed -> GroupResource.path(purpose.visit(), group) + "constitutions/" + proposed.number()
                        + "/?done=proposed",
                errors -> refused(purpose, way, charter, errors));
    }

    /** What is sent again after a refusal is another request, and about the group as it is now. */
    private TemplateInstance refused(Purpose purpose, CharterWay way, CharterForm charter, FormErrors errors) {
        Entered all = charter.form().entered().with(TAG, purpose.tag());
        CharterWay again = way(purpose, keep(purpose, way.answers(), all), false);
        return check(
                purpose,
                again,
                CharterForm.of(all),
                errors.all().stream()
                        .map(mistake -> line(purpose, again, charter, mistake))
                        .toList(),
                null);
    }

    /** Keeps the answers; whatever is sent of them is a request of its own. */
    private String keep(Purpose purpose, @Nullable String name, Entered all) {
        return answers.keep(purpose.visit(), purpose.path(), name, all.with(Request.FIELD, Request.fresh()));
    }

    private Entered beginning(Purpose purpose) {
        LocalDate today = LondonTime.today(clock);
        Group group = purpose.group();
        return group == null
                ? CharterFields.usual(today).with("kind", "ics")
                : inForce(purpose.visit(), group)
                        .map(constitution -> CharterFields.of(constitution.content(), today))
                        .orElseGet(() -> CharterFields.usual(today))
                        .with(TAG, purpose.tag());
    }

    private Optional<Constitution> inForce(Visit visit, Group group) {
        return groups.constitution(visit, group.id()).ifThere();
    }

    private static CharterWay way(Purpose purpose, @Nullable String name, boolean changing) {
        return new CharterWay(purpose.path(), purpose.group(), name, changing, purpose.tag());
    }

    /** The page of that name, as far as there is one for these answers; else the first. */
    private static CharterPage named(Purpose purpose, Entered all, String name) {
        return CharterPage.named(name)
                .filter(page -> page.topic() != Topic.SEAT
                        || page.place() <= CharterForm.of(all).seats().size())
                .orElse(purpose.order().getFirst());
    }

    /** A seat that somebody wanted to add and did not is none. */
    private static Entered withoutEmptySeat(CharterPage page, Entered all) {
        return page.topic() == Topic.SEAT
                        && all.text(CharterForm.of(all).seatAt(page.of()).field("name"))
                                .isEmpty()
                ? CharterFields.withoutSeat(all, page.place())
                : all;
    }

    private static @Nullable CharterNotice notice(@Nullable String notice) {
        return switch (notice) {
            case "restored" -> CharterNotice.RESTORED;
            case "lost" -> CharterNotice.LOST;
            case null, default -> null;
        };
    }

    private static List<MistakeLine> mistakes(Purpose purpose, CharterWay way, CharterForm charter) {
        var lines = new ArrayList<MistakeLine>();
        for (CharterPage page : charter.pages(purpose.order())) {
            String about = page.question().isEmpty() ? "" : page.question() + ": ";
            for (Mistake mistake : charter.mistakes(page).all()) {
                lines.add(new MistakeLine(
                        about + mistake.text(), way.toChange(page).href() + mistake.href()));
            }
        }
        return lines;
    }

    private static MistakeLine line(Purpose purpose, CharterWay way, CharterForm charter, Mistake mistake) {
        String field = mistake.field();
        return new MistakeLine(
                mistake.text(),
                field == null
                        ? null
                        : charter.pages(purpose.order()).stream()
                                .filter(page -> page.has(field))
                                .findFirst()
                                .map(page -> way.toChange(page).href() + mistake.href())
                                .orElse(null));
    }

    private TemplateInstance page(
            Purpose purpose,
            CharterWay way,
            CharterPage page,
            Entered all,
            FormErrors errors,
            @Nullable CharterNotice notice) {
        CharterForm charter = new CharterForm(Form.again(all, errors));
        return page.topic() == Topic.CHECK
                ? check(purpose, way, charter, List.of(), notice)
                : Templates.charter(
                        frame(purpose, page.heading()),
                        new CharterPageView(
                                way,
                                page,
                                charter,
                                page.back(purpose.order(), way.changing()).isPresent(),
                                page.topic() == Topic.FOOTPRINT ? names.places(purpose.visit()) : List.of(),
                                notice));
    }

    private TemplateInstance check(
            Purpose purpose,
            CharterWay way,
            CharterForm charter,
            List<MistakeLine> mistakes,
            @Nullable CharterNotice notice) {
        Group group = purpose.group();
        boolean fits = group == null
                || inForce(purpose.visit(), group)
                        .map(constitution -> CharterFields.fits(constitution.content()))
                        .orElse(true);
        // Where the group is there already, nothing is said of whom it speaks for.
        Map<String, String> called =
                group == null ? names.of(purpose.visit(), charter.footprint(), Stream.empty()) : Map.of();
        return Templates.charterCheck(
                frame(purpose, CharterPage.LAST.heading()),
                new CharterCheckView(way, charter, called, fits, mistakes, notice));
    }

    private Frame frame(Purpose purpose, String heading) {
        return purpose.group() == null
                ? frames.of(purpose.visit(), PortalPage.ADD_GROUP, heading + " – Found a group")
                : frames.of(purpose.visit(), PortalPage.ADD_CONSTITUTION, heading + " – Propose a constitution");
    }
}
