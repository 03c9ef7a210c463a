package org.folkmoot.portal.session;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.folkmoot.tenancy.Tenant;
import org.jboss.logging.Logger;

/**
 * Catches a form whose session has ended before the platform sends its sender to sign in and forgets the form. It is
 * kept as a draft, and the person led to its page, which needs a sign-in first.
 */
@ApplicationScoped
class LateForms {

    private static final Logger LOG = Logger.getLogger(LateForms.class);

    /** After the first look at path and size, before the platform looks at cookies. */
    private static final int BEFORE_AUTHENTICATION = 5_000;

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int LONGEST = 1024 * 1024;
    private static final int MOST_FIELDS = 1_000;

    private final Sessions sessions;
    private final FormTokens tokens;
    private final Drafts drafts;
    private final Realms realms;
    private final ExecutorService threads;

    LateForms(
            Sessions sessions,
            FormTokens tokens,
            Drafts drafts,
            Realms realms,
            @VirtualThreads ExecutorService threads) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.drafts = drafts;
        this.realms = realms;
        this.threads = threads;
    }

    void install(@Observes Filters filters) {
        filters.register(this::receive, BEFORE_AUTHENTICATION);
    }

    private void receive(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        Optional<Tenant> tenant = Paths.tenant(request.normalizedPath());
        if (!request.request().method().equals(HttpMethod.POST)
                || tenant.isEmpty()
                || type == null
                || !type.startsWith(FORM)
                || request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            request.next();
            return;
        }
        request.request().pause();
        threads.execute(() -> {
            boolean goesOn = !isServed(tenant.get()) || isSignedIn(request, tenant.get());
            request.vertx().runOnContext(ignored -> {
                if (goesOn) {
                    // Still paused: whoever reads the body resumes it, and until then nothing of it may pass by.
                    request.next();
                } else {
                    late(request, tenant.get());
                }
            });
        });
    }

    private boolean isServed(Tenant tenant) {
        return realms.of(tenant).isPresent();
    }

    private boolean isSignedIn(RoutingContext request, Tenant tenant) {
        try {
            return sessions.goesOn(request, tenant);
        } catch (RuntimeException e) {
            // The database is away, and with it any place for a draft: the platform says so in its own way.
            LOG.warnf("A form's session cannot be looked at: %s", e.getMessage());
            return true;
        }
    }

    private void late(RoutingContext request, Tenant tenant) {
        request.request()
                .body()
                .onFailure(request::fail)
                .onSuccess(body -> threads.execute(() -> keep(request, tenant, body)));
        request.request().resume();
    }

    private void keep(RoutingContext request, Tenant tenant, Buffer body) {
        String path = request.normalizedPath();
        try {
            Optional<String> draft = path.endsWith(SignOutResource.PATH) ? Optional.empty() : draft(tenant, path, body);
            // See other: the browser comes with a GET, and is asked to sign in because the page needs it.
            request.response()
                    .setStatusCode(303)
                    .putHeader(
                            HttpHeaders.LOCATION,
                            path.endsWith(SignOutResource.PATH)
                                    ? SignOutResource.AFTERWARDS
                                    : path
                                            + draft.map(name -> "?" + FormFields.DRAFT + "=" + name)
                                                    .orElse(""))
                    .end();
        } catch (RuntimeException e) {
            request.fail(e);
        }
    }

    private Optional<String> draft(Tenant tenant, String path, Buffer body) {
        if (body.length() > LONGEST) {
            return Optional.empty();
        }
        Map<String, List<String>> fields = fields(body.toString(StandardCharsets.UTF_8));
        List<String> token = fields.remove(FormFields.TOKEN);
        if (token == null || token.size() != 1) {
            return Optional.empty();
        }
        return tokens.subject(tenant, token.getFirst()).map(subject -> drafts.keep(tenant, subject, path, fields));
    }

    /** What a browser makes of a form: names and values, each encoded. */
    private static Map<String, List<String>> fields(String body) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (String pair : body.split("&", MOST_FIELDS)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
