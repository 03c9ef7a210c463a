package org.folkmoot.problem;

import jakarta.ws.rs.HttpMethod;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;

/** The methods that an address takes. RFC 9110 section 15.5.6 wants them with every 405; the platform leaves them out. */
final class AllowedMethods {

    private AllowedMethods() {}

    /** In alphabetical order, as the header {@code Allow} lists them. */
    static String at(ResteasyReactiveRequestContext request) {
        RequestMatch<InitialMatch> resource =
                new RequestMapper<>(request.getDeployment().getClassMappers()).map(request.getPathWithoutPrefix());
        Set<String> methods = new TreeSet<>();
        if (resource != null) {
            String rest = resource.remaining.isEmpty() ? "/" : resource.remaining;
            Arrays.stream(resource.value.handlers)
                    .flatMap(handler ->
                            handler instanceof ClassRoutingHandler routing ? Stream.of(routing) : Stream.of())
                    .flatMap(routing -> routing.getMappers().entrySet().stream())
                    .filter(mapper ->
                            mapper.getKey() != null && mapper.getValue().map(rest) != null)
                    .forEach(mapper -> methods.add(mapper.getKey()));
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }
}
