package org.folkmoot.portal.frame;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.portal.session.Paths;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.VertxProblems;
import org.folkmoot.tenancy.IcsDirectory;
import org.jspecify.annotations.Nullable;

/** Problems as pages: what happened, in plain words, and where to go from here. */
@ApplicationScoped
class ErrorPages {

    /** What such a page shows. */
    public record ErrorView(
            String heading,
            String words,
            @Nullable String detail,
            @Nullable String incident,
            @Nullable String href,
            @Nullable String link) {}

    @CheckedTemplate(basePath = "frame")
    static class Templates {
        static native TemplateInstance problem(Frame frame, ErrorView view);
    }

    private final Frames frames;
    private final IcsDirectory directory;

    ErrorPages(Frames frames, IcsDirectory directory) {
        this.frames = frames;
        this.directory = directory;
    }

    /** A problem as somebody on this path should see it: under an ICS that nobody knows, nothing is there to sign in to. */
    Problem seenAt(Problem problem, String path) {
        return problem.status() == 401 && !isOfAKnownTenant(path) ? Problem.of(CommonProblem.NOT_FOUND) : problem;
    }

    String page(Problem problem, Optional<Visit> visit, String path) {
        ErrorView view = view(problem, visit, path);
        return Templates.problem(frames.of(visit, view.heading()), view).render();
    }

    /** Answers a request that reached no page. */
    void end(RoutingContext routing, Problem problem) {
        if (!wantsPage(routing)) {
            VertxProblems.end(routing, problem);
            return;
        }
        String path = routing.normalizedPath();
        Problem seen = seenAt(problem, path);
        routing.response()
                .setStatusCode(seen.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(page(seen, Optional.empty(), path));
    }

    static boolean wantsPage(RoutingContext routing) {
        String accept = routing.request().getHeader(HttpHeaders.ACCEPT);
        return routing.request().headers().contains("HX-Request") || (accept != null && accept.contains("text/html"));
    }

    private boolean isOfAKnownTenant(String path) {
        return Paths.tenant(path)
                .filter(tenant ->
                        tenant.isPlatform() || directory.byTenant(tenant).isPresent())
                .isPresent();
    }

    private static ErrorView view(Problem problem, Optional<Visit> visit, String path) {
        String home = visit.map(someone -> someone.base() + "/").orElse("/");
        String homeward = visit.isPresent() ? "Go to your first page" : "Choose your ICS";
        Object incident = problem.extensions().get("incident");
        String number = incident == null ? null : incident.toString();
        return switch (problem.status()) {
            case 401 ->
                new ErrorView(
                        "You are no longer signed in",
                        "This happens when you have not used Folkmoot for a while. Nothing that you had saved is lost.",
                        null,
                        null,
                        Paths.tenant(path).map(tenant -> "/" + tenant + "/").orElse("/"),
                        "Sign in again");
            case 403 ->
                new ErrorView(
                        problem.type().equals(CommonProblem.FORBIDDEN.uri())
                                ? "You cannot see or do this"
                                : problem.title(),
                        problem.detail() == null
                                ? "Your account does not have the role for it. If you need it, ask the administrator of"
                                        + " your ICS."
                                : problem.detail(),
                        null,
                        null,
                        home,
                        homeward);
            case 404, 405 ->
                new ErrorView(
                        "Page not found",
                        "If you typed the web address, check that it is right. What you look for may also have gone.",
                        null,
                        null,
                        home,
                        homeward);
            case 409, 412, 428 ->
                new ErrorView(
                        "It has changed since you looked",
                        "Somebody may have been there before you. Go back, look again and decide anew.",
                        problem.detail(),
                        null,
                        path,
                        "Look again");
            case 503 ->
                new ErrorView(
                        "This page cannot be shown at the moment",
                        "You have done nothing wrong, and nothing is lost. Try again in a minute.",
                        problem.detail(),
                        number,
                        path,
                        "Try again");
            default ->
                problem.status() < 500
                        ? new ErrorView(
                                problem.title(),
                                problem.detail() == null
                                        ? "Go back, check what you entered and try again."
                                        : problem.detail(),
                                null,
                                null,
                                home,
                                homeward)
                        : new ErrorView(
                                "Sorry, something went wrong on our side",
                                "You have done nothing wrong. Try again later.",
                                null,
                                number,
                                home,
                                homeward);
        };
    }
}
